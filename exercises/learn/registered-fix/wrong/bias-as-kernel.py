"""
en: >-
  The shape of weight or of bias is not what is asked for. weight has the shape kernel_size, two axes, and bias
  holds one number, which is added to every output. Check what you hand to nn.Parameter.
zh: >-
  weight 或 bias 的形状不符合要求。weight 的形状是 kernel_size（两个轴），bias 只含一个数，加到每个输出上。请检查传给 nn.Parameter 的张量。
look: 'nn.Parameter'
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
        self.bias = nn.Parameter(torch.zeros(kernel_size))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias.sum()
