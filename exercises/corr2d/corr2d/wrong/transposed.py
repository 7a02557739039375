"""
en: >-
  Y is transposed. The first index of Y walks down the rows of X, the second one to the right along the columns.
  Check which index belongs to which loop.
zh: >-
  Y 被转置了。Y 的第一个下标沿 X 的行向下走，第二个下标沿列向右走。请检查哪个下标属于哪个循环。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros((X.shape[1] - w + 1, X.shape[0] - h + 1))
    for i in range(X.shape[0] - h + 1):
        for j in range(X.shape[1] - w + 1):
            Y[j, i] = (X[i : i + h, j : j + w] * K).sum()
    return Y
