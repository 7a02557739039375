import torch
import torch.nn.functional as F


def mirror_pad(X, p):
    # X: (H, W); p: int, 0 <= p < min(H, W)
    # returns a tensor of shape (H + 2 * p, W + 2 * p)
    ...
