# mistake: mean
# meant: averages the channels instead of adding them up
import torch

def corr2d_multi_in(X, K):
    assert X.size(0) == K.size(0)
    c, h, w = K.shape
    windows = X.unfold(1, h, 1).unfold(2, w, 1)          # c, H', W', h, w
    per_channel = (windows * K[:, None, None]).sum((-1, -2))
    return per_channel.mean(0)
