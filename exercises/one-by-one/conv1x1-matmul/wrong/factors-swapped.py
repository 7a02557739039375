r"""
en: >-
  The two matrices of your product do not fit together. The second size of the left one and the first of the
  right one are what is summed over, and both have to be ci: (co, ci) @ (ci, H·W). Check the order of the
  factors and the shape of each.
zh: >-
  相乘的两个矩阵对不上。左边矩阵的第二维和右边矩阵的第一维是求和的那一维，两者都必须是 ci：(co, ci) @ (ci, H·W)。请检查两个因子的次序和各自的形状。
look: '^[^#]*(\S\s*@\s*\S|\bmatmul\(|\bmm\()'
"""

import torch


def conv1x1(X, K):
    c, h, w = X.shape
    return (X.reshape(c, -1) @ K[:, :, 0, 0]).reshape(-1, h, w)
