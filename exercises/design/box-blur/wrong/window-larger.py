"""
en: >-
  Your window has k + 1 rows and columns; at the border of the image it is cut off. A slice leaves out its
  end: X[i : i + k] holds k rows already. Check the ends of your slices.
zh: >-
  你的窗口有 k + 1 行、k + 1 列，到了图像边缘又被截短。切片不包含终点：X[i : i + k] 已有 k 行。请检查切片的终点。
"""

import torch


def box_blur(X, k):
    H, W = X.shape
    Y = X.new_zeros(H - k + 1, W - k + 1)
    for i in range(H - k + 1):
        for j in range(W - k + 1):
            Y[i, j] = X[i : i + k + 1, j : j + k + 1].mean()
    return Y
