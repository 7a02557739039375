"""
en: >-
  The last row and the last column of Y are missing. A kernel of h rows fits into H rows at H − h + 1 places, not
  H − h. Check the size of the parts that you cut out of X.
zh: >-
  Y 少了最后一行和最后一列。h 行的卷积核在 H 行中有 H − h + 1 个位置可放，而不是 H − h 个。请检查从 X 中切出的各部分的大小。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h, X.shape[1] - w
    return sum(K[a, b] * X[a : a + H, b : b + W] for a in range(h) for b in range(w))
