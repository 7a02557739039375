"""
en: >-
  forward returns None. What it computes is lost when it ends, and the loss cannot be formed from nothing.
  Check that the last line of forward begins with return.
zh: >-
  forward 返回的是 None。它算出的结果在结束时就丢了，损失也就无从算起。请检查 forward 的最后一行是否以 return 开头。
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
        corr2d(X, self.weight) + self.bias
