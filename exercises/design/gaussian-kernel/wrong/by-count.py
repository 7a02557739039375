"""
en: >-
  You divide by the number of entries, not by their sum. The entries then do not sum to 1, and the image gets
  darker. Check the last step: K / K.sum().
zh: >-
  你除以的是元素的个数，而不是元素之和。这样总和不为 1，图像会变暗。请检查最后一步：K / K.sum()。
"""

import torch


def gaussian_kernel(size, sigma):
    x = torch.arange(size) - size // 2
    g = torch.exp(-(x**2) / (2 * sigma**2))
    K = torch.outer(g, g)
    return K / size**2
