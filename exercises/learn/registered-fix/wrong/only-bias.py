"""
en: >-
  Only one of the two tensors is registered: weight is missing. So zero_grad() passes it by, and its gradients
  go on piling up. Check the line of __init__ that makes weight.
zh: >-
  两个张量只注册了一个：缺少 weight。zero_grad() 会略过它，它的梯度仍在累积。请检查 __init__ 中创建 weight 的那一行。
look: 'weight *='
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
        self.weight = torch.rand(kernel_size, requires_grad=True)
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
