r"""
en: >-
  The name self does not exist where it is used. Python tells upper case from lower case, and the first argument
  of a method has only the name that the def line gives it. Check that line: def forward(self, x).
zh: >-
  用到 self 的地方并没有这个名字。Python 区分大小写，方法的第一个参数只有 def 那一行给它的名字。请检查这一行：def forward(self, x)。
look: 'def forward'
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
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(Self, x):
        return corr2d(x, self.weight) + self.bias
