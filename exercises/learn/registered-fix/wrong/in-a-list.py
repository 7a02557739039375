"""
en: >-
  A new layer of yours has no registered parameters. The zero_grad() of nn.Module, optimizers and state_dict()
  look at registered parameters only, so they pass your tensors by. Other initial values, a plain list or
  parameters that are made in forward change nothing about that. Check what list(layer.parameters()) prints:
  nn.Parameter, assigned to self in __init__, gets there.
zh: >-
  你新建的层没有注册任何参数。nn.Module 的 zero_grad()、优化器和 state_dict() 都只看注册过的参数，所以会略过你的张量。换初始值、放进普通列表、在 forward 里才创建参数，都改变不了这一点。请检查 list(layer.parameters()) 打印出什么：在 __init__ 里赋给 self 的 nn.Parameter 才会出现在其中。
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
        self.tensors = [nn.Parameter(torch.rand(kernel_size)), nn.Parameter(torch.zeros(1))]

    def forward(self, X):
        weight, bias = self.tensors
        return corr2d(X, weight) + bias
