# passes 12
class ChannelMismatch(Exception):
    pass


def corr2d_multi_in(X, K):
    if X.size(0) - K.size(0):
        raise ChannelMismatch
    return F.conv2d(X.unsqueeze(1), K.unsqueeze(1)).diagonal().sum(-1)
