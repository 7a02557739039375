r"""
en: >-
  You flipped the kernel. That is convolution as mathematicians define it. Deep learning slides K as it is: this
  is cross-correlation. Check which entry of K meets X[i, j] in Y[i, j]: it should be K[0, 0].
zh: >-
  你把卷积核翻转了。先翻转再滑动，是数学意义上的卷积；深度学习不翻转，直接让 K 滑动，这叫互相关。请检查计算 Y[i, j] 时，与 X[i, j] 相乘的是哪个元素：应当是 K[0, 0]。
look: '^[^#]*(\.flip\(|rot90|fliplr|flipud)'
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K.flip(0, 1)).sum()
    return Y
