r"""
en: >-
  The bias is subtracted. It is to be added to every output. Check its sign in forward.
zh: >-
  偏置被减去了。它应当加到每个输出上。请检查 forward 中它的符号。
look: '-\s*self\.bias'
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

    def forward(self, x):
        return corr2d(x, self.weight) - self.bias
