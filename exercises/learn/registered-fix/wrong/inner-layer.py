"""
en: >-
  Your parameters are registered under other names. The loop reads layer.weight, and a saved state is found
  again by its names. Check that they are attributes of the layer itself, called weight and bias, not parts of
  an inner layer or of a list.
zh: >-
  你的参数是以别的名字注册的。循环要读取 layer.weight，保存的状态也是按名字找回的。请检查它们是否是这一层自己的属性，名为 weight 和 bias，而不是内层或列表的一部分。
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
        self.inner = nn.Conv2d(1, 1, kernel_size)

    def forward(self, X):
        return self.inner(X[None, None])[0, 0]
