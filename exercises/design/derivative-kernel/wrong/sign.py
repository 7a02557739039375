"""
en: >-
  The kernel is reversed: it takes left minus right. For odd d that turns the sign, so that x gives −1 instead
  of 1; for even d nothing changes. Correlation does not flip the kernel, so the derivative is right minus left:
  [−1, 1]. Check which of the two neighbours gets the minus.
zh: >-
  卷积核左右颠倒了：它用左边减右边。d 为奇数时符号因此相反，x 给出 −1 而不是 1；d 为偶数时则没有影响。互相关不翻转卷积核，所以导数是右边减左边，即 [−1, 1]。请检查两个相邻的数中，哪一个带负号。
"""

import torch
from torch.nn import functional as F


def derivative_kernel(d):
    k = torch.ones(1)
    for _ in range(d):
        k = F.pad(k, (0, 1)) - F.pad(k, (1, 0))
    return k
