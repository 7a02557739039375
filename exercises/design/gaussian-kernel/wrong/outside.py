"""
en: >-
  The middle of the bell lies outside the kernel, beyond its first corner. Most often the coordinates begin at
  1; they must begin at −(size − 1) / 2, so that 0 stands in the middle. Check where x and y are 0.
zh: >-
  钟形的中心落在了卷积核的外面，在第一个角之外。最常见的原因是坐标从 1 开始；坐标应从 −(size − 1) / 2 开始，使 0 在正中间。请检查 x 和 y 在何处为 0。
"""

import torch


def gaussian_kernel(size, sigma):
    x = torch.arange(1, size + 1)
    g = torch.exp(-(x**2) / (2 * sigma**2))
    return torch.outer(g, g) / g.sum() ** 2
