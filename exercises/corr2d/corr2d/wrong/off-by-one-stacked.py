"""
en: >-
  The last row and the last column of Y are missing. A kernel of h rows fits into H rows at H − h + 1 places, not
  H − h: count the places, not the steps between them. Check how you compute the size of Y.
zh: >-
  Y 少了最后一行和最后一列。h 行的卷积核在 H 行中有 H − h + 1 个位置可放，而不是 H − h 个：要数的是位置，而不是移动的步数。请检查 Y 的尺寸是怎么算的。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    rows, columns = range(X.shape[0] - h), range(X.shape[1] - w)
    return torch.stack([torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in columns]) for i in rows])
