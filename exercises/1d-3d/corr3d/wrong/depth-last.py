"""
en: >-
  You took the last axis for the depth. The order is depth, height, width: X has the shape (D, H, W). Check
  which index stands in which slice.
zh: >-
  你把最后一维当成了深度。次序是深、高、宽：X 的形状是 (D, H, W)。请检查哪个下标写在哪个切片里。
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    return sum(K[a, b, c] * X[c : c + D, b : b + H, a : a + W] for a in range(d) for b in range(h) for c in range(w))
