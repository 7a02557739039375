"""
en: >-
  The kernel is multiplied by d!. It gives d! on x to the power d without that: the derivative of x³ of order
  3 is 6 already. Check the factor in front.
zh: >-
  卷积核被乘上了 d!。不乘它，对 x 的 d 次幂也已给出 d!：x³ 的三阶导数本来就是 6。请检查整体的倍数。
"""

import math

import torch


def derivative_kernel(d):
    return math.factorial(d) * torch.tensor([float(math.comb(d, k) * (-1) ** (d - k)) for k in range(d + 1)])
