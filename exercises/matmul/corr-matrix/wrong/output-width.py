"""
en: >-
  The pixels are counted with the line length of Y. The columns of the matrix belong to X, whose lines have W
  pixels; only the rows belong to Y, whose lines have W − w + 1. Check what the row of a pixel is multiplied
  with: pixel (r, c) stands in column r · W + c.
zh: >-
  数像素时用了 Y 的行长。矩阵的列对应 X，而 X 每行有 W 个像素；只有矩阵的行才对应 Y，它每行有 W − w + 1 个。请检查像素的行号乘上了什么：像素 (r, c) 应在第 r · W + c 列。
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
                    C[i * right + j, (i + a) * right + j + b] = K[a, b]
    return C
