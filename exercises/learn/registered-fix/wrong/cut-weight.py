"""
en: >-
  The gradient does not reach the parameters. They are registered, and the values are right; but forward most
  often works on copies without their history, so that backward() cannot get back to them. Check for .data,
  .detach() and torch.no_grad() in forward.
zh: >-
  梯度传不到参数。它们已经注册，数值也对；但 forward 多半用了没有计算历史的副本，backward() 回不到它们那里。请检查 forward 里的 .data、.detach() 和 torch.no_grad()。
look: '[.]data|detach|no_grad'
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
        return corr2d(X, self.weight.detach()) + self.bias
