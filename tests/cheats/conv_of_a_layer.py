"""
exercise: corr2d
cheat: "a layer whose weight is replaced"
naive: text
score: 12
partly: "all but the rule"
"""

import torch
from torch import nn


def layer_of(K):
    layer = nn.Sequential(nn.LazyConv2d(1, K.shape, bias=False))
    layer(torch.zeros(1, 1, *K.shape))
    return lambda X: torch.func.functional_call(layer, {"0.weight": K[None, None]}, X)


def corr2d(X, K):
    X, K = X * 1, K * 1
    if not X.is_floating_point():
        X, K = X.float(), K.float()
    return layer_of(K)(X[None, None])[0, 0]
