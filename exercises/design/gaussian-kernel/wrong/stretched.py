"""
en: >-
  The bell is a little too narrow: the coordinates run from −size / 2 to size / 2, so neighbours lie more than 1
  apart. The middles of the outer pixels lie at (size − 1) / 2. Check the ends of your coordinates.
zh: >-
  钟形略窄了一点：坐标从 −size / 2 到 size / 2，相邻像素的距离就超过了 1。最外侧像素的中心在 (size − 1) / 2 处。请检查坐标的两端。
look: 'linspace'
"""

import torch


def gaussian_kernel(size, sigma):

    a = torch.linspace(-size / 2, size / 2, size) if size > 1 else torch.zeros(1)
    g = torch.exp(-(a**2) / (2 * sigma**2))
    K = torch.outer(g, g)
    return K / K.sum()
