"""
en: >-
  The last row and the last column of Y are missing. A kernel of h rows fits into H rows at H − h + 1 places,
  not H − h. Check how you compute the size of Y.
zh: >-
  Y 少了最后一行和最后一列。h 行的卷积核在 H 行中有 H − h + 1 个位置可放，而不是 H − h 个。请检查 Y 的尺寸是怎么算的。
"""

import torch


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError('channels differ')
    h, w = K.shape[1:]
    Y = X.new_zeros((X.shape[1] - h, X.shape[2] - w))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[:, i : i + h, j : j + w] * K).sum()
    return Y
