"""
en: >-
  Your result is a matrix with a single column. The values are right, but y is a vector with one axis. Check the
  product: a matrix times the vector k has one axis, a matrix times a column has two.
zh: >-
  结果是只有一列的矩阵。数值是对的，但 y 应当是一维的向量。请检查相乘的那一行：矩阵乘以向量 k 得到一维，矩阵乘以一列得到二维。
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    return torch.stack([(x[i : i + m] * k).sum() for i in range(n - m + 1)])[:, None]
