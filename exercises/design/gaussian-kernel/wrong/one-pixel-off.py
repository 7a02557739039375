"""
en: >-
  The bell stands one pixel off the middle, to the right and below. Most often −size // 2 is the reason:
  Python reads it as (−size) // 2 and rounds down, so −3 // 2 is −2. Check where x and y are 0, and write
  −(size // 2).
zh: >-
  钟形的中心向右下偏了一个像素。最常见的原因是写了 −size // 2：Python 把它当作 (−size) // 2，并向下取整，所以 −3 // 2 得 −2。请检查 x 和 y 在何处为 0，并写成 −(size // 2)。
"""

import torch


def gaussian_kernel(size, sigma):
    x = torch.arange(-size // 2, size // 2)
    g = torch.exp(-(x**2) / (2 * sigma**2))
    return torch.outer(g, g) / g.sum() ** 2
