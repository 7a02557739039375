"""
en: >-
  super().__init__() has to run first. It makes the register into which nn.Parameter is entered; before it there
  is nothing to enter it into. Check that it is there, and that it is the first line of __init__.
zh: >-
  必须先执行 super().__init__()。它会建立用来登记 nn.Parameter 的注册表；在它之前，没有地方可以登记。请检查它是否存在，并且是否是 __init__ 的第一行。
look: 'nn.Parameter'
"""

import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    rows, columns = X.shape[0] - h + 1, X.shape[1] - w + 1
    return sum(K[a, b] * X[a : a + rows, b : b + columns] for a in range(h) for b in range(w))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))
        super().__init__()

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
