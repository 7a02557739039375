r"""
en: >-
  No gradient reaches the bias. Its value was added as a plain number: .item(), float(…), .data and .detach() all
  leave the graph. Check how forward uses self.bias.
zh: >-
  梯度没有传到 bias。它的值是作为普通的数加上去的：.item()、float(…)、.data 和 .detach() 都会离开计算图。请检查 forward 里怎样使用 self.bias。
look: 'bias\.(item|data|detach)|float\(self\.bias'
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
        return corr2d(x, self.weight) + self.bias.item()
