r"""
en: >-
  The window is one row and one column too small. A Python slice stops before its end: X[i : i + h] already has
  exactly h rows. Check the ends of your slices.
zh: >-
  窗口少了一行一列。Python 的切片不含终点：X[i : i + h] 恰好就是 h 行。请检查切片的终点。
look: '^[^#]*[hw]\s*-\s*1\b(?!\s*\+)[^#]*\]'
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h - 1, j : j + w - 1] * K).sum()
    return Y
