"""
en: >-
  Your window has k − 1 rows and columns. A slice leaves out its end: X[i : i + k] holds the rows i to i + k −
  1, which are k. Check the ends of your slices.
zh: >-
  你的窗口只有 k − 1 行、k − 1 列。切片不包含终点：X[i : i + k] 就是第 i 到第 i + k − 1 行，共 k 行。请检查切片的终点。
"""

import torch


def box_blur(X, k):
    H, W = X.shape
    Y = X.new_zeros(H - k + 1, W - k + 1)
    for i in range(H - k + 1):
        for j in range(W - k + 1):
            Y[i, j] = X[i : i + k - 1, j : j + k - 1].mean()
    return Y
