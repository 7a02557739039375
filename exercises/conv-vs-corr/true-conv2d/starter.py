import torch
import torch.nn.functional as F


def conv2d(X, K):
    # X: (H, W), K: (h, w), float tensors
    # returns a tensor of shape (H - h + 1, W - w + 1)
    # TODO: this is cross-correlation; one step is missing
    return F.conv2d(X[None, None], K[None, None])[0, 0]
