# mistake: quarter-turn
# meant: rot90 once: a quarter turn instead of half a turn
import torch
import torch.nn.functional as F


def conv2d(X, K):
    # rotate the kernel
    kernel = torch.rot90(K)
    return F.conv2d(X[None, None], kernel[None, None])[0, 0]
