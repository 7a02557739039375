r"""
en: >-
  Every new layer starts with the same numbers. Most often a seed is set inside the class, or one tensor serves
  all layers; either takes the randomness away. Check for manual_seed, and let __init__ draw the weight.
zh: >-
  每个新建的层初始数值都相同。常见的原因是在类里面设了随机种子，或所有层共用一个张量；这样就不再随机了。请检查 manual_seed，并在 __init__ 中抽取 weight。
look: 'manual_seed'
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
        torch.manual_seed(0)
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
