"""
en: >-
  You correlated each slice of X with the first slice of K. So the slices never meet, the deeper ones of K have
  no effect, and the result is as deep as X. Check that the window is X[t : t + d, …]: d slices together.
zh: >-
  你让 X 的每一层分别与 K 的第一层做互相关。于是各层互不相干，K 更深的几层不起作用，结果也与 X 一样深。请检查窗口：应当是 X[t : t + d, …]，即 d 层一起。
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    return sum(K[0, b, c] * X[:, b : b + H, c : c + W] for b in range(h) for c in range(w))
