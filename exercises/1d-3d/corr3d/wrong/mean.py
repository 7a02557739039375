r"""
en: >-
  You took the mean of each window, so Y is too small. Every value is divided by the number of entries of K; the
  products are added up, and that is all. Check for .mean(…) or a division.
zh: >-
  你对每个窗口取了平均，所以 Y 偏小。每个值都被除以了 K 的元素个数；而乘积只需相加。请检查是否用了 .mean(…) 或做了除法。
look: '^[^#]*(\bmean\(|/)'
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    return sum(K[a, b, c] * X[a : a + D, b : b + H, c : c + W] for a in range(d) for b in range(h) for c in range(w)) / K.numel()
