# mistake: full
# meant: flips rightly, but computes the full convolution with padding
import torch
import torch.nn.functional as F


def conv2d(X, K):
    h, w = K.shape
    flipped = K.flip([0, 1])
    return F.conv2d(X[None, None], flipped[None, None], padding=(h - 1, w - 1))[0, 0]
