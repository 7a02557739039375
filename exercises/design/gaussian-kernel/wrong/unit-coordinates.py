"""
en: >-
  The coordinates run from −1 to 1 whatever the size. For a 3×3 kernel that is right; for a larger one
  neighbours must still be 1 apart, so the bell comes out too wide. Check how x and y are made: from −(size − 1)
  / 2 to (size − 1) / 2.
zh: >-
  无论尺寸多大，坐标都从 −1 到 1。对 3×3 的核没有问题；核再大些，相邻像素的距离仍应为 1，所以钟形变得太宽了。请检查 x 和 y 是怎样产生的：应从 −(size − 1) / 2 到 (size − 1) / 2。
look: 'linspace'
"""

import torch


def gaussian_kernel(size, sigma):

    a = torch.linspace(-1, 1, size) if size > 1 else torch.zeros(1)
    g = torch.exp(-(a**2) / (2 * sigma**2))
    K = torch.outer(g, g)
    return K / K.sum()
