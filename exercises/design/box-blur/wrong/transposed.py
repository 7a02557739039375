"""
en: >-
  Y is transposed. The first index of Y walks down the rows of X, the second one to the right along the columns.
  Check the order of your loops, or the shape you give to the result.
zh: >-
  Y 被转置了。Y 的第一个下标沿 X 的行向下走，第二个下标沿列向右走。请检查循环的次序，或最后整理成的形状。
"""

import torch


def box_blur(X, k):
    down, right = X.shape[0] - k + 1, X.shape[1] - k + 1

    means = [X[i : i + k, j : j + k].mean() for j in range(right) for i in range(down)]
    return torch.stack(means).reshape(right, down)
