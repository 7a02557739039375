r"""
en: >-
  The weight starts with all entries equal. Where a whole network starts so, all kernels of a layer remain copies of
  one; start at random numbers. Check how the weight is made: torch.rand or torch.randn.
zh: >-
  weight 初始时各元素都相等。如果整个网络都这样开始，一层里的卷积核就始终一模一样；请用随机数初始化。请检查 weight 是怎样创建的：torch.rand 或 torch.randn。
look: 'self\.weight\s*='
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
        self.weight = nn.Parameter(torch.zeros(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
