"""
en: >-
  The last row and the last column of Y stay zero. Y has the right size, but not all of it is filled. range(n)
  already stops before n, so nothing needs to be taken off. Check the ends of your loops.
zh: >-
  Y 的最后一行和最后一列一直是零。Y 的尺寸没错，但没有填满。range(n) 本来就在 n 之前停下，不必再减。请检查循环的终点。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(X.shape[0] - h):
        for j in range(X.shape[1] - w):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
