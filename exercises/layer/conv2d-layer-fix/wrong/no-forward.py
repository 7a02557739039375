r"""
en: >-
  The layer has no method forward. layer(x) calls nn.Module, which looks for a method of exactly this name. Check
  its spelling, and that it is indented into the class.
zh: >-
  这个层没有 forward 方法。layer(x) 会调用 nn.Module，而它找的正是这个名字的方法。请检查拼写，以及它是否缩进在类里面。
look: 'def (?!forward\b|__init__|corr2d)\w+\(\s*self'
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

    def forwards(self, x):
        return corr2d(x, self.weight) + self.bias
