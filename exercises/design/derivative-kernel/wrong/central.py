"""
en: >-
  The kernel does the right thing, but with more numbers than it needs. Central differences have 2d + 1, of
  which some are 0. They have a pixel in their middle, yet d + 1 numbers are enough. Check whether you compare
  neighbours, or every other sample.
zh: >-
  卷积核的作用是对的，但用的数比需要的多。中心差分有 2d + 1 个数，其中一些是 0。它有正中间的像素，但其实 d + 1 个数就够了。请检查你比较的是相邻的采样值，还是隔一个取一个。
"""

import torch
from torch.nn import functional as F


def derivative_kernel(d):
    k = torch.ones(1)
    for _ in range(d):
        k = (F.pad(k, (2, 0)) - F.pad(k, (0, 2))) / 2
    return k
