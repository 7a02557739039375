import torch


def box_blur(X, k):
    # X: (H, W), float tensor; k: int, at least 1, at most H and W
    # returns a tensor of shape (H - k + 1, W - k + 1)
    ...
