r"""
en: >-
  You flipped the kernel. That is convolution as mathematicians define it; deep learning slides the kernel as it
  is. Check which number of the kernel meets X[t, i, j]: it should be K[0, 0, 0].
zh: >-
  你把卷积核翻转了。先翻转再滑动，是数学意义上的卷积；深度学习不翻转，直接滑动。请检查与 X[t, i, j] 相乘的是哪个数：应当是 K[0, 0, 0]。
look: '^[^#]*(\.flip\(|rot90|::-1)'
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    return sum(K[-1 - a, -1 - b, -1 - c] * X[a : a + D, b : b + H, c : c + W] for a in range(d) for b in range(h) for c in range(w))
