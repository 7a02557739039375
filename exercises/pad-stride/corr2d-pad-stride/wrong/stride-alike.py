"""
en: >-
  The window moves to the right by the stride that belongs to the rows. s[0] moves it down, s[1] to the right.
  Check the second slice and the width of Y.
zh: >-
  窗口向右移动时用了行的步幅。s[0] 使它向下移动，s[1] 使它向右移动。请检查第二个切片和 Y 的宽度。
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    Y = X.new_zeros(((X.shape[0] - h) // s[0] + 1, (X.shape[1] - w) // s[0] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[0] : i * s[0] + h, j * s[0] : j * s[0] + w] * K).sum()
    return Y
