"""
en: >-
  On x to the power d your kernel gives 0, and it has d + 2 numbers. That is what the kernel of the next higher
  order does: one difference is enough for d = 1. Check how many times your loop runs, and with which kernel it
  begins.
zh: >-
  卷积核对 x 的 d 次幂给出 0，而且有 d + 2 个数。高一阶的卷积核才是这样：d = 1 只需做一次差分。请检查循环了几次，以及从哪个卷积核开始。
"""

import torch
from torch.nn import functional as F


def derivative_kernel(d):
    k = torch.ones(1)
    for _ in range(d + 1):
        k = F.pad(k, (1, 0)) - F.pad(k, (0, 1))
    return k
