r"""
en: >-
  You flipped the kernel in height and width, but not in depth. Cross-correlation flips none of the three axes.
  Check which number of K meets X[t, i, j]: it should be K[0, 0, 0].
zh: >-
  你在高和宽两个方向翻转了卷积核，深度方向却没有。互相关在三个方向上都不翻转。请检查与 X[t, i, j] 相乘的是哪个数：应当是 K[0, 0, 0]。
look: '^[^#]*(\.flip\(|rot90|::-1)'
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    return sum(K[a, -1 - b, -1 - c] * X[a : a + D, b : b + H, c : c + W] for a in range(d) for b in range(h) for c in range(w))
