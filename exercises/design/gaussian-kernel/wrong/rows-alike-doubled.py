"""
en: >-
  The rows of your kernel are all alike. The bell falls off to the left and to the right only; upwards and
  downwards it must fall off too. Check that x and y are two different things: one changes along a row, the
  other along a column.
zh: >-
  你的卷积核各行都一样。钟形只向左右衰减，而向上下也应衰减。请检查 x 和 y 是否真的不同：一个沿行变化，一个沿列变化。
"""

import torch


def gaussian_kernel(size, sigma):
    x = torch.arange(size) - size // 2
    g = torch.exp(-(x**2) / (2 * sigma**2))
    return (g * g).repeat(size, 1) / (size * (g * g).sum())
