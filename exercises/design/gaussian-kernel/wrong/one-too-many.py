"""
en: >-
  Your kernel has one row and one column too many. Most often −size // 2 is the reason: Python reads it as
  (−size) // 2 and rounds down, so −3 // 2 is −2. Check the coordinates: for size 3 they are −1, 0, 1, and
  −(size // 2) is −1.
zh: >-
  你的卷积核多了一行一列。最常见的原因是写了 −size // 2：Python 把它当作 (−size) // 2，并向下取整，所以 −3 // 2 得 −2。请检查坐标：size 为 3 时应是 −1、0、1，而 −(size // 2) 才是 −1。
"""

import torch


def gaussian_kernel(size, sigma):
    x = torch.arange(-size // 2, size // 2 + 1)
    g = torch.exp(-(x**2) / (2 * sigma**2))
    return torch.outer(g, g) / g.sum() ** 2
