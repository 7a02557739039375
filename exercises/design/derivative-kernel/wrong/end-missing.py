"""
en: >-
  The last number of the kernel is missing: there are d numbers instead of d + 1. From 0 to d there are d + 1
  whole numbers. Check where your loop ends: range(d) stops at d − 1.
zh: >-
  卷积核少了最后一个数：只有 d 个，而不是 d + 1 个。从 0 到 d 有 d + 1 个整数。请检查循环在哪里结束：range(d) 到 d − 1 就停了。
"""

import math

import torch


def derivative_kernel(d):
    return torch.tensor([float(math.comb(d, k) * (-1) ** (d - k)) for k in range(d)])
