"""
en: >-
  Height and width are mixed up. The second index of K belongs to the height of X, the third to its width. Check
  which index stands in which slice.
zh: >-
  高和宽弄混了。K 的第二个下标对应 X 的高，第三个对应宽。请检查哪个下标写在哪个切片里。
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    return sum(K[a, b, c] * X[a : a + D, c : c + H, b : b + W] for a in range(d) for b in range(h) for c in range(w))
