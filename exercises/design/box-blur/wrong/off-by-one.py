"""
en: >-
  The last row and the last column of Y are missing. A window of k rows fits into H rows at H − k + 1 places:
  count the places, not the steps between them. Check how you compute the size of Y.
zh: >-
  Y 少了最后一行和最后一列。k 行的窗口在 H 行中有 H − k + 1 个位置可放：要数的是位置，而不是移动的步数。请检查 Y 的尺寸是怎么算的。
"""

import torch


def box_blur(X, k):
    down, right = X.shape[0] - k, X.shape[1] - k
    Y = X.new_zeros(down, right)
    for i in range(down):
        for j in range(right):
            Y[i, j] = X[i : i + k, j : j + k].mean()
    return Y
