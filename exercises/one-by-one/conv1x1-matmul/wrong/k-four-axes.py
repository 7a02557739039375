"""
en: >-
  K still has four axes when it is multiplied. Of such a tensor @ takes the last two axes for the matrix, here
  one of 1×1, which fits next to no image. Check how K becomes a matrix: K[:, :, 0, 0] has the shape (co, ci).
zh: >-
  相乘时 K 还是四维的。对这样的张量，@ 把最后两维当作矩阵，这里是 1×1，几乎与任何图像都对不上。请检查 K 是怎样变成矩阵的：K[:, :, 0, 0] 的形状是 (co, ci)。
"""

import torch


def conv1x1(X, K):
    return K @ X
