"""
en: >-
  The two bells are added, but they have to be multiplied. A sum keeps a ridge along each axis, as a cross does;
  and it sums to 2 · size. Check how row and column are combined: torch.outer(g, g), or g[:, None] * g.
zh: >-
  两个钟形被相加了，而它们应当相乘。相加的结果沿两条轴各有一道脊，像个十字，而且总和为 2 · size。请检查行与列是怎样结合的：torch.outer(g, g)，或 g[:, None] * g。
"""

import torch


def gaussian_kernel(size, sigma):

    a = torch.arange(size) - (size - 1) / 2
    g = torch.exp(-(a**2) / (2 * sigma**2))
    g = g / g.sum()
    return g[:, None] + g
