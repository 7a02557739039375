# mistake: flip-both
# meant: flips image and kernel both

import torch
import torch.nn.functional as F


def conv2d(X, K):
    X = torch.flip(X, dims=(0, 1))
    K = torch.flip(K, dims=(0, 1))
    return F.conv2d(X[None, None], K[None, None])[0, 0]
