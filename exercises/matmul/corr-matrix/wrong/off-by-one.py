"""
en: >-
  The last windows are missing. A kernel of h rows fits into H rows at H − h + 1 places, not H − h: count the
  places, not the steps between them. Check the number of rows of the matrix.
zh: >-
  少了最后的窗口。h 行的卷积核在 H 行中有 H − h + 1 个位置可放，而不是 H − h 个：要数的是位置，而不是移动的步数。请检查矩阵的行数。
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    down, right = H - h, W - w
    C = K.new_zeros(down, right, H, W)
    for i in range(down):
        for j in range(right):
            C[i, j, i : i + h, j : j + w] = K
    return C.reshape(down * right, H * W)
