"""
en: >-
  The squares of the entries sum to 1, not the entries. norm() is the length of a vector, and divided by it
  the kernel makes the image brighter. Check the last step: divide by the sum.
zh: >-
  你使各元素的平方和为 1，而不是各元素之和为 1。norm() 是向量的长度，除以它之后，卷积核会使图像变亮。请检查最后一步：应当除以总和。
"""

import torch


def gaussian_kernel(size, sigma):
    x = torch.arange(size) - size // 2
    g = torch.exp(-(x**2) / (2 * sigma**2))
    K = torch.outer(g, g)
    return K / K.norm()
