"""
en: >-
  Every channel of X is correlated with K[0]. K holds a kernel of its own for each channel: K[c] belongs to
  X[c]. Check which part of K you take in each round.
zh: >-
  X 的每个通道都是与 K[0] 做互相关的。K 为每个通道各备有一个核：K[c] 对应 X[c]。请检查每一轮取的是 K 的哪一部分。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError('channels differ')
    return sum(corr2d(x, K[0]) for x in X)
