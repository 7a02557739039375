"""
en: >-
  The window jumps by its own size. So the windows never overlap, as in pooling. With stride 1 the next window
  begins one pixel further. Check by how much i and j grow.
zh: >-
  窗口每次跳过自身的大小。这样各窗口互不重叠，就像池化那样。步幅为 1 时，下一个窗口只前进一个像素。请检查 i 和 j 每次增加多少。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] // h, X.shape[1] // w))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * h : i * h + h, j * w : j * w + w] * K).sum()
    return Y
