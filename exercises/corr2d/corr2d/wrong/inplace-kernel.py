"""
en: >-
  Your code writes into a tensor that it was given. X and K belong to the caller, who may still need them, and
  autograd refuses to change them in place. Compute a new tensor instead: X = X * 2 makes one, X *= 2 does not.
  Check for operations that end in an underscore, for *= and its like, and for assignments to X[…].
zh: >-
  你的代码改动了传进来的张量。X 和 K 属于调用者，对方可能还要用；自动求导也不允许就地修改它们。请改为计算新的张量：X = X * 2 会新建，X *= 2 则不会。请检查以下划线结尾的方法、*= 一类的运算，以及对 X[…] 的赋值。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    K *= 2
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y / 2
