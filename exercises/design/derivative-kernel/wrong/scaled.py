"""
en: >-
  The kernel is divided by d!. On x to the power d it gives 1, but the derivative of order d is d!: 2 for x², 6
  for x³. Check the factor in front.
zh: >-
  卷积核被除以了 d!。它对 x 的 d 次幂给出 1，而 d 阶导数是 d!：x² 为 2，x³ 为 6。请检查整体的倍数。
"""

import math

import torch
from torch.nn import functional as F


def derivative_kernel(d):
    k = torch.ones(1)
    for _ in range(d):
        k = F.pad(k, (1, 0)) - F.pad(k, (0, 1))
    return k / math.factorial(d)
