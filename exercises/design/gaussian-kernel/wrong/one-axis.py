"""
en: >-
  You return the bell along one axis only. A kernel for images needs two axes: every number of the row times
  every number of the column. Check the last step: torch.outer(g, g).
zh: >-
  你返回的只是一维的钟形。用于图像的卷积核需要两个维度：行的每个数乘以列的每个数。请检查最后一步：torch.outer(g, g)。
"""

import torch


def gaussian_kernel(size, sigma):

    a = torch.arange(size) - (size - 1) / 2
    g = torch.exp(-(a**2) / (2 * sigma**2))
    return g / g.sum()
