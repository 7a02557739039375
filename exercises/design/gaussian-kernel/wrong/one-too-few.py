"""
en: >-
  Your kernel has one row and one column too few. The coordinates begin in the right place, but the last one
  is missing. Check their end: torch.arange leaves out the number that it is told to stop at, so for size 3 it
  must be told 2.
zh: >-
  你的卷积核少了一行一列。坐标的起点是对的，却漏了最后一个。请检查终点：torch.arange 不包含终点那个数，所以 size 为 3 时终点要写成 2。
"""

import torch


def gaussian_kernel(size, sigma):
    x = torch.arange(-(size // 2), size // 2)
    g = torch.exp(-(x**2) / (2 * sigma**2))
    return torch.outer(g, g) / g.sum() ** 2
