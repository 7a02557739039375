"""
en: >-
  The last column of Y is never filled: it is 0 in every image. A row of W pixels has W − 1 pairs of
  neighbours. Check where your loop ends: range(W − 1) counts from 0 to W − 2, which is already the last pair.
zh: >-
  Y 的最后一列没有填上：无论什么图像，它都是 0。一行 W 个像素有 W − 1 对邻居。请检查循环在哪里结束：range(W − 1) 从 0 数到 W − 2，正好到最后一对。
"""

import torch


def vertical_edges(X):
    H, W = X.shape
    Y = X.new_zeros(H, W - 1)
    for j in range(W - 2):
        Y[:, j] = X[:, j] - X[:, j + 1]
    return Y
