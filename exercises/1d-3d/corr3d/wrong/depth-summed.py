"""
en: >-
  Your result has lost its depth. You added up what the window finds at all depths; each depth has a value of
  its own, because the window slides there as well. Check over which axes you sum.
zh: >-
  结果丢了深度那一维。你把窗口在各个深度上的结果加在了一起；窗口在深度方向也是滑动的，每个深度都有自己的值。请检查是沿哪些维度求和的。
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    return sum(K[a, b, c] * X[a : a + D, b : b + H, c : c + W] for a in range(d) for b in range(h) for c in range(w)).sum(0)
