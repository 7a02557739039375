# mistake: out-scramble
# meant: product of pixels and channels reshaped without transposing

import torch


def conv1x1(X, K):
    c, H, W = X.shape
    k = K[:, :, 0, 0]
    Y = X.flatten(1).T @ k.T  # (H*W, co)
    return Y.reshape(-1, H, W)
