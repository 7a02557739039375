"""
en: >-
  The rows of the matrix are in the wrong order. They go down the columns of Y first; vec reads Y row by row.
  Check the order of your loops: the outer one belongs to the rows of Y.
zh: >-
  矩阵各行的次序不对。它们先沿 Y 的列向下走，而 vec 是逐行读出 Y 的。请检查循环的次序：外层循环对应 Y 的行。
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    down, right = H - h + 1, W - w + 1
    C = K.new_zeros(down, right, H, W)
    for i in range(down):
        for j in range(right):
            C[i, j, i : i + h, j : j + w] = K
    return C.transpose(0, 1).reshape(down * right, H * W)
