import torch


def corr2d(X, K):
    # X: (H, W), K: (h, w), float tensors
    # returns a tensor of shape (H - h + 1, W - w + 1)
    # TODO: as many tensor operations for a large image as for a small one
    ...
