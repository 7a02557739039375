"""
en: >-
  forward does not return corr2d(X, weight) + bias. Weight and bias are registered, but what the layer computes
  is something else. Check that forward uses both, self.weight and self.bias, with the signs and the order they
  have in the starter.
zh: >-
  forward 返回的不是 corr2d(X, weight) + bias。权重和偏置都注册了，但这一层算的是别的东西。请检查 forward 是否同时用到 self.weight 和 self.bias，并且符号和次序与初始代码一致。
look: 'return corr2d|corr2d[(]'
"""

import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    rows, columns = X.shape[0] - h + 1, X.shape[1] - w + 1
    return sum(K[a, b] * X[a : a + rows, b : b + columns] for a in range(h) for b in range(w))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight)
