"""
en: >-
  A parameter of yours has requires_grad=False. It is registered, but no gradient is computed for it, and so it
  never moves. Check the arguments of nn.Parameter: requires_grad is True unless you say otherwise.
zh: >-
  你有一个参数的 requires_grad 是 False。它虽然注册了，却不会计算梯度，于是永远不动。请检查 nn.Parameter 的参数：不加说明时，requires_grad 就是 True。
look: 'requires_grad'
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
        self.weight = nn.Parameter(torch.rand(kernel_size), requires_grad=False)
        self.bias = nn.Parameter(torch.zeros(1), requires_grad=False)

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
