"""
en: >-
  Only the last channel counts. Most often each round replaces the result of the round before instead of adding
  to it. Check the line inside the loop: it should be Y = Y + …, not Y = ….
zh: >-
  只有最后一个通道起了作用。常见的原因是每一轮都把上一轮的结果替换掉，而不是累加上去。请检查循环里的那一行：应当是 Y = Y + …，而不是 Y = …。
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
    for x, k in zip(X, K):
        Y = corr2d(x, k)
    return Y
