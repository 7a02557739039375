# mistake: transpose
# meant: thinks the transpose is the flip

import torch
import torch.nn.functional as F


def conv2d(X, K):
    h, w = K.shape
    flipped = K.T.reshape(h, w)
    return F.conv2d(X[None, None], flipped[None, None])[0, 0]
