"""
en: Says aloud what the assignment of an nn.Parameter does silently, and puts the name of each parameter in plain sight.
zh: 把 nn.Parameter 赋值时暗中做的登记明说出来，每个参数的名字也一目了然。
"""

import torch
from torch import nn


def corr2d(X, K):
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    return (windows * K).sum((-1, -2))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.register_parameter("weight", nn.Parameter(torch.rand(kernel_size)))
        self.register_parameter("bias", nn.Parameter(torch.zeros(1)))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
