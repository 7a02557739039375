"""
en: >-
  Your code changes a tensor in place that autograd still needs. Most often it is X or K: even if they get their old
  values back, gradients can no longer flow. Compute a new tensor instead: X = X * 2 makes one, X *= 2 does not.
  Check for operations that end in an underscore, for += and *=, and for assignments to X[…].
zh: >-
  你的代码就地修改了自动求导还要用的张量。最常见的是 X 或 K：即使事后把数值改回来，梯度也传不回去了。请改为计算新的张量：X = X * 2 会新建，X *= 2 则不会。请检查以下划线结尾的方法、+= 和 *= 一类的运算，以及对 X[…] 的赋值。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    X *= 1
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
