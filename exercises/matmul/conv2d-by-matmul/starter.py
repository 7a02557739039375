import torch


def conv2d_by_mul(X, K):
    # X: (H, W), K: (h, w), float tensors
    # returns a tensor of shape (H - h + 1, W - w + 1)
    # TODO: one row for each window, then one matrix product
    ...
