"""
en: >-
  The window jumps by its own size. The stride says how far it moves, whatever the size of the kernel. Check
  what i and j are multiplied with.
zh: >-
  窗口每次跳过自身的大小。移动多远由步幅决定，与卷积核的大小无关。请检查 i 和 j 乘上了什么。
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    Y = X.new_zeros(((X.shape[0] - h) // h + 1, (X.shape[1] - w) // w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * h : i * h + h, j * w : j * w + w] * K).sum()
    return Y
