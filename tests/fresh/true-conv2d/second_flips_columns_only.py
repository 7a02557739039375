# mistake: one-axis
# meant: flips left to right only

import torch
import torch.nn.functional as F


def conv2d(X, K):
    K = torch.fliplr(K)
    return F.conv2d(X[None, None], K[None, None])[0, 0]
