r"""
en: >-
  You return the transpose of the matrix. It has one row for each pixel and goes from outputs back to the image;
  that is the matrix of transposed convolution. Check which of the two is the row: one output, with the weights
  of all pixels in it.
zh: >-
  你返回的是这个矩阵的转置。它每个像素一行，从输出回到图像；那是转置卷积的矩阵。请检查谁是行：一个输出占一行，里面是它对所有像素的权重。
look: '^[^#]*(\.t\(\)|\.T\b|transpose|dim=1)'
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    down, right = H - h + 1, W - w + 1
    C = K.new_zeros(down, right, H, W)
    for i in range(down):
        for j in range(right):
            C[i, j, i : i + h, j : j + w] = K
    return C.reshape(down * right, H * W).t()
