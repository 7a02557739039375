"""
en: >-
  The columns of the matrix are in the wrong order. They belong to an image that is read column by column; vec
  reads X row by row. Check where pixel (i, j) stands: in column i · W + j.
zh: >-
  矩阵各列的次序不对。它们对应的是逐列读出的图像，而 vec 是逐行读出 X 的。请检查像素 (i, j) 的位置：应在第 i · W + j 列。
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    down, right = H - h + 1, W - w + 1
    C = K.new_zeros(down, right, H, W)
    for i in range(down):
        for j in range(right):
            C[i, j, i : i + h, j : j + w] = K
    return C.transpose(2, 3).reshape(down * right, H * W)
