"""
en: >-
  The last row and the last column of each map are missing. A kernel of h rows fits into H rows at H − h + 1
  places, not H − h. Check how you compute the size of Y.
zh: >-
  每张图都少了最后一行和最后一列。h 行的核在 H 行里有 H − h + 1 个位置，而不是 H − h 个。请检查 Y 的尺寸是怎样算的。
"""

import torch


def corr2d_multi_in_out(X, K):
    co, ci, h, w = K.shape
    Y = torch.zeros(co, X.shape[1] - h, X.shape[2] - w)
    for i in range(Y.shape[1]):
        for j in range(Y.shape[2]):
            Y[:, i, j] = (X[:, i : i + h, j : j + w] * K).sum((1, 2, 3))
    return Y
