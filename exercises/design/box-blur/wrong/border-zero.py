"""
en: >-
  The last row and the last column of Y are never filled: they are 0 in every image. A window of k rows fits
  into H rows at H − k + 1 places, and as many steps the loop must make. Check where your loops end.
zh: >-
  Y 的最后一行和最后一列没有填上：无论什么图像，它们都是 0。k 行的窗口在 H 行中有 H − k + 1 个位置可放，循环就要走这么多步。请检查循环在哪里结束。
"""

import torch


def box_blur(X, k):
    H, W = X.shape
    Y = X.new_zeros(H - k + 1, W - k + 1)
    for i in range(H - k):
        for j in range(W - k):
            Y[i, j] = X[i : i + k, j : j + k].mean()
    return Y
