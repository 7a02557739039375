r"""
en: >-
  You flipped the kernel. That is convolution as mathematicians define it. Deep learning slides K as it is: this
  is cross-correlation. Check which part of X meets K[0, 0]: it should be the one at the top left.
zh: >-
  你把卷积核翻转了。先翻转再滑动，是数学意义上的卷积；深度学习不翻转，直接让 K 滑动，这叫互相关。请检查与 K[0, 0] 相乘的是 X 的哪一部分：应当是左上角的那一块。
look: '^[^#]*(\.flip\(|rot90|fliplr|flipud|- 1 - [ab])'
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    return sum(K[h - 1 - a, w - 1 - b] * X[a : a + H, b : b + W] for a in range(h) for b in range(w))
