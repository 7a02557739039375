"""
en: >-
  The two strides have changed places. s[0] moves the window down, s[1] to the right. Check both slices and the
  size of Y.
zh: >-
  两个步幅弄反了。s[0] 使窗口向下移动，s[1] 使窗口向右移动。请检查两个切片和 Y 的尺寸。
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    Y = X.new_zeros(((X.shape[0] - h) // s[1] + 1, (X.shape[1] - w) // s[0] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[1] : i * s[1] + h, j * s[0] : j * s[0] + w] * K).sum()
    return Y
