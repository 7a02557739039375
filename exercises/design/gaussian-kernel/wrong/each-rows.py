"""
en: >-
  Each row or column sums to 1, so all entries together sum to size. Such a kernel makes the image brighter by
  that factor. Check the division: .sum() without an axis adds up everything; with softmax, flatten the kernel
  first.
zh: >-
  每一行（或每一列）之和为 1，于是全部元素之和等于 size。这样的卷积核会使图像亮上这么多倍。请检查除法：不带维度的 .sum() 才是全部求和；若用 softmax，要先把卷积核摊平。
"""

import torch


def gaussian_kernel(size, sigma):

    a = torch.arange(size) - (size - 1) / 2
    g = torch.exp(-(a**2) / (2 * sigma**2))
    K = torch.outer(g, g)
    return K / K.sum(1, keepdim=True)
