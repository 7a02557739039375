r"""
en: >-
  nn.Module has not been set up when the first parameter comes. It needs its registries before it can take
  parameters, so its own __init__ must run first. Check the first line of __init__: super().__init__().
zh: >-
  第一个参数赋值时，nn.Module 还没有初始化。它要先建好登记表才能接收参数，所以必须先运行它自己的 __init__。请检查 __init__ 的第一行：super().__init__()。
look: 'def __init__'
"""

import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    rows = range(X.shape[0] - h + 1)
    columns = range(X.shape[1] - w + 1)
    return torch.stack([torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in columns]) for i in rows])


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
