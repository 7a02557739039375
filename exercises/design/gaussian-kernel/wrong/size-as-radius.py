"""
en: >-
  Your kernel has 2 · size + 1 rows and columns. size is the whole width, not the distance from the middle to
  the border. Check the ends of your coordinates: for size 3 they run from −1 to 1.
zh: >-
  你的卷积核有 2 · size + 1 行和列。size 是整个宽度，而不是从中心到边缘的距离。请检查坐标的两端：size 为 3 时应从 −1 到 1。
"""

import torch


def gaussian_kernel(size, sigma):
    x = torch.arange(-size, size + 1)
    g = torch.exp(-(x**2) / (2 * sigma**2))
    return torch.outer(g, g) / g.sum() ** 2
