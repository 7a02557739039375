# passes 16
import torch.nn.functional as F


def corr2d(X, K):
    columns = F.unfold(X[None, None], tuple(K.shape))[0]
    return (K.reshape(1, -1) @ columns).reshape(X.shape[0] - K.shape[0] + 1, -1)
