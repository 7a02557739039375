"""
en: >-
  Your code writes into a tensor that it was given. X and dY belong to the caller, who may still need them.
  Compute a new tensor instead. Check for operations that end in an underscore, for *= and its like, and for
  assignments to X[…] or dY[…].
zh: >-
  你的代码改动了传进来的张量。X 和 dY 属于调用者，对方可能还要用。请改为计算新的张量。请检查以下划线结尾的方法、*= 一类的运算，以及对 X[…] 或 dY[…] 的赋值。
"""

import torch


def kernel_grad(X, dY):
    m, n = dY.shape
    h, w = X.shape[0] - m + 1, X.shape[1] - n + 1
    values = []
    for a in range(h):
        for b in range(w):
            values.append((X[a : a + m, b : b + n] * dY).sum())
    dY.zero_()
    return torch.stack(values).reshape(h, w)
