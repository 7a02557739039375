"""
en: >-
  Y has one row or column too many wherever a part of a step is left over. The last window would hang over the
  edge. Check the division: // rounds down.
zh: >-
  凡是剩下不完整的一步，Y 就多出一行或一列。那里的窗口会伸出边缘。请检查除法：// 是向下取整。
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    Y = X.new_zeros((-(-(X.shape[0] - h) // s[0]) + 1, -(-(X.shape[1] - w) // s[1]) + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (F.pad(X, (0, w, 0, h))[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K).sum()
    return Y
