"""
en: >-
  The middle of the kernel is 1, so all entries together are more than 1. Slid over an image, such a kernel
  makes it brighter. The formula only says how the entries relate to each other. Check the last step: divide by
  the sum of all entries, not by the largest.
zh: >-
  卷积核的中心为 1，所有元素之和就超过了 1。用它在图像上滑动，图像会变亮。公式只说明各元素之间的比例。请检查最后一步：应当除以所有元素之和，而不是最大值。
"""

import torch


def gaussian_kernel(size, sigma):

    a = torch.arange(size) - (size - 1) / 2
    g = torch.exp(-(a**2) / (2 * sigma**2))
    return torch.outer(g, g)
