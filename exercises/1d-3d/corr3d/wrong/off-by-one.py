"""
en: >-
  The last place along each axis is missing. A kernel of length k fits into n at n − k + 1 places, not n − k.
  Check how you compute the size of Y.
zh: >-
  每条轴上都少了最后一个位置。长为 k 的核在长为 n 的轴上有 n − k + 1 个位置可放，而不是 n − k 个。请检查 Y 的尺寸是怎么算的。
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k for n, k in zip(X.shape, K.shape))
    return sum(K[a, b, c] * X[a : a + D, b : b + H, c : c + W] for a in range(d) for b in range(h) for c in range(w))
