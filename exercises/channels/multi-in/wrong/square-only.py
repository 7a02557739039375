"""
en: >-
  The window is as tall as the kernel is wide. It should have h rows and w columns: X[:, i : i + h, j : j + w].
  With w in both places only square kernels work. Check the slices of the window.
zh: >-
  窗口的高度取成了卷积核的宽度。窗口应有 h 行 w 列：X[:, i : i + h, j : j + w]。两处都用 w，就只有方形的核才对。请检查窗口的切片。
"""

import torch


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError('channels differ')
    h, w = K.shape[1:]
    Y = X.new_zeros((X.shape[1] - h + 1, X.shape[2] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[:, i : i + w, j : j + w] * K).sum()
    return Y
