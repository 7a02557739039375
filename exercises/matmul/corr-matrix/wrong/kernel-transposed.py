"""
en: >-
  The kernel is transposed. Its rows lie along the columns of the image. Check how K gets into the sheet: rows
  of K along rows of the image.
zh: >-
  卷积核被转置了，它的行放到了图像的列方向上。请检查 K 是怎样放进那张纸的：K 的行应沿着图像的行。
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    down, right = H - h + 1, W - w + 1
    C = K.new_zeros(down * right, H * W)
    for i in range(down):
        for j in range(right):
            for a in range(h):
                for b in range(w):
                    if i + b < H and j + a < W:
                        C[i * right + j, (i + b) * W + j + a] = K[a, b]
    return C
