r"""
en: >-
  The bias has the shape of the kernel. A layer with one output channel has one bias, which is added to every
  output. Check how self.bias is made: torch.zeros(1).
zh: >-
  偏置的形状与卷积核相同。只有一个输出通道的层只有一个偏置，加到每个输出上。请检查 self.bias 是怎样创建的：torch.zeros(1)。
look: 'self\.bias\s*='
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
        self.bias = nn.Parameter(torch.zeros(kernel_size))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias.mean()
