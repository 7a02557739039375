import torch


def corr3d(X, K):
    # X: (D, H, W), K: (d, h, w), float tensors
    # returns a tensor of shape (D - d + 1, H - h + 1, W - w + 1)
    # TODO: slide K along all three axes; at each place multiply and sum
    ...
