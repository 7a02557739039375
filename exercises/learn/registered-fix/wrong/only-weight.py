"""
en: >-
  Only one of the two tensors is registered: bias is missing. The loop would not notice a bias that never
  changes, but an optimizer has to train both. Check the line of __init__ that makes bias.
zh: >-
  两个张量只注册了一个：缺少 bias。不变的偏置，循环里看不出来；但优化器要训练的是两者。请检查 __init__ 中创建 bias 的那一行。
look: 'bias *='
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
        self.bias = torch.zeros(1, requires_grad=True)

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
