# mistake: x-first
# meant: views the image as pixels times channels

import torch


def conv1x1(X, K):
    ci, H, W = X.shape
    co = K.shape[0]
    Y = X.reshape(H * W, ci) @ K.reshape(co, ci).T
    return Y.T.reshape(co, H, W)
