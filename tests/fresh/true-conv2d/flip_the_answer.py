# mistake: flip-both
# meant: flips the output instead of the kernel
import torch
import torch.nn.functional as F


def conv2d(X, K):
    Y = F.conv2d(X[None, None], K[None, None])[0, 0]
    return Y.flip(0).flip(1)
