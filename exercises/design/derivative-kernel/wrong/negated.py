"""
en: >-
  The sign is wrong for every d. The first derivative is right minus left, [−1, 1], and the number furthest
  right always counts plus. Check which of the two neighbours gets the minus.
zh: >-
  无论 d 是几，符号都反了。一阶导数是右边减左边，即 [−1, 1]；最右边的数总是正的。请检查两个相邻的数中，哪一个带负号。
"""

import math

import torch


def derivative_kernel(d):
    return -torch.tensor([(-1.0) ** (d - i) * math.comb(d, i) for i in range(d + 1)])
