r"""
en: >-
  You flipped the kernel. That is convolution as mathematicians define it; deep learning slides K as it is.
  Check which entry of K meets the first pixel of the window: it should be K[0, 0].
zh: >-
  你把卷积核翻转了。先翻转再滑动，是数学意义上的卷积；深度学习不翻转，直接滑动。请检查与窗口第一个像素相乘的是哪个元素：应当是 K[0, 0]。
look: '^[^#]*(\.flip\(|rot90|fliplr|flipud)'
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    Y = X.new_zeros(((X.shape[0] - h) // s[0] + 1, (X.shape[1] - w) // s[1] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K.flip(0, 1)).sum()
    return Y
