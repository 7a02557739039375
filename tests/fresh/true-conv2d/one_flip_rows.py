# mistake: rows-only
# meant: flips top to bottom only
import torch
import torch.nn.functional as F


def conv2d(X, K):
    return F.conv2d(X[None, None], torch.flipud(K)[None, None])[0, 0]
