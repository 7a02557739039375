import torch


def conv2d_by_mul(X, K):
    # X: float tensor (H, W), K: float tensor (h, w); return a tensor (H - h + 1, W - w + 1)
    # TODO: one row for each window, then one matrix product
    ...
