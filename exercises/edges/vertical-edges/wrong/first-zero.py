"""
en: >-
  The first column of Y is never filled: it is 0 in every image. Python counts from 0, so the first pair is
  X[:, 0] and X[:, 1]. Check where your loop begins.
zh: >-
  Y 的第一列没有填上：无论什么图像，它都是 0。Python 从 0 数起，第一对邻居是 X[:, 0] 与 X[:, 1]。请检查循环从哪里开始。
"""

import torch


def vertical_edges(X):
    H, W = X.shape
    Y = X.new_zeros(H, W - 1)
    for j in range(1, W - 1):
        Y[:, j] = X[:, j] - X[:, j + 1]
    return Y
