r"""
en: >-
  You multiplied window and kernel as matrices. The @ product mixes rows with columns, and needs fitting shapes.
  Here each number of the window meets the one number of K at the same place: use * and then sum. Check the
  operator between window and K.
zh: >-
  你把窗口与卷积核做了矩阵乘法。@ 会把行与列混在一起，还要求形状匹配。这里窗口中的每个数只与 K 中同一位置的数相乘：先用 *，再求和。请检查窗口与 K 之间的运算符。
look: '^[^#]*( @ |\bmatmul\(|\bmm\()'
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] @ K).sum()
    return Y
