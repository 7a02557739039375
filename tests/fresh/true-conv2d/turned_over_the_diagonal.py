# mistake: transpose
# meant: transposes the kernel instead of flipping
import torch
import torch.nn.functional as F


def conv2d(X, K):
    K = K.T
    return F.conv2d(X[None, None], K[None, None])[0, 0]
