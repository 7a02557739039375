"""
en: >-
  Your code writes into a tensor that it was given. X and K belong to the caller, who may still need them; so does
  autograd, and therefore the gradients come out wrong as well. Compute a new tensor instead: X * 2 makes one,
  X.data.mul_(2) does not. Check for .data, for operations that end in an underscore, and for assignments to X[…].
zh: >-
  你的代码改动了传进来的张量。X 和 K 属于调用者，对方可能还要用；自动求导也要用，所以梯度也跟着错了。请改为计算新的张量：X * 2 会新建，X.data.mul_(2) 则不会。请检查 .data、以下划线结尾的方法，以及对 X[…] 的赋值。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    X.data.zero_()
    return Y
