"""
en: >-
  The kernel grows outwards: the corners count most. The exponent must be negative, so that far neighbours count
  less than near ones. Check its sign.
zh: >-
  卷积核越往外越大，四角反而最大。指数应当为负，这样远处的邻居才比近处的作用小。请检查指数的符号。
"""

import torch


def gaussian_kernel(size, sigma):

    a = torch.arange(size) - (size - 1) / 2
    g = torch.exp((a**2) / (2 * sigma**2))
    K = torch.outer(g, g)
    return K / K.sum()
