"""
en: >-
  The stride is left out. From one window to the next it is s[0] rows down or s[1] columns to the right, and Y
  has fewer values. Check where s enters.
zh: >-
  没有用上步幅。相邻的窗口向下相隔 s[0] 行，向右相隔 s[1] 列，Y 的值也更少。请检查哪里用到了 s。
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
