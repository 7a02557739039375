"""
en: >-
  The exponent uses the distance, not its square. That gives a pointed tent with long tails instead of a bell.
  Check for a square root, or an abs: the formula has x² + y².
zh: >-
  指数用的是距离，而不是距离的平方。得到的是一个带尖顶、拖着长尾的帐篷，而不是钟形。请检查是否多了开方或绝对值：公式里是 x² + y²。
"""

import torch


def gaussian_kernel(size, sigma):

    a = torch.arange(size) - (size - 1) / 2
    r = torch.sqrt(a[:, None] ** 2 + a[None, :] ** 2)
    K = torch.exp(-r / (2 * sigma**2))
    return K / K.sum()
