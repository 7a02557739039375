"""
en: >-
  There is a row for every pixel, also for windows that hang over the edge. Their weights are cut off at the
  border, which is the matrix with zero padding. Only (H − h + 1)(W − w + 1) windows lie inside the image. Check
  how far the kernel is moved.
zh: >-
  矩阵为每个像素都留了一行，包括伸出边缘的窗口。它们的权重在边界处被截掉，这是填零时的矩阵。完全落在图像内部的窗口只有 (H − h + 1)(W − w + 1) 个。请检查卷积核移动了多远。
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    down, right = H, W
    C = K.new_zeros(down, right, H, W)
    for i in range(down):
        for j in range(right):
            C[i, j, i : i + h, j : j + w] = K[: H - i, : W - j]
    return C.reshape(down * right, H * W)
