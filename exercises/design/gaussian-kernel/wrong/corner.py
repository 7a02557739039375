"""
en: >-
  The bell stands in a corner of the kernel. The coordinates begin at 0 instead of −(size − 1) / 2, so the
  largest entry is K[0, 0]. Check where x and y are 0: that must be the middle.
zh: >-
  钟形的中心跑到了卷积核的一角。坐标从 0 开始，而不是从 −(size − 1) / 2 开始，所以最大的元素是 K[0, 0]。请检查 x 和 y 在何处为 0：那里应当是正中间。
"""

import torch


def gaussian_kernel(size, sigma):

    a = torch.arange(size)
    g = torch.exp(-(a**2) / (2 * sigma**2))
    K = torch.outer(g, g)
    return K / K.sum()
