"""
en: >-
  The last row and the last column of Y are missing. The number of steps is not the number of windows: there is
  one before the first step. Check the size of Y for a + 1.
zh: >-
  Y 少了最后一行和最后一列。步数并不是窗口数：在走第一步之前就已经有一个窗口。请检查 Y 的尺寸是否漏了 + 1。
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    Y = X.new_zeros(((X.shape[0] - h) // s[0], (X.shape[1] - w) // s[1]))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K).sum()
    return Y
