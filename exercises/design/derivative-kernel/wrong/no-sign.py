"""
en: >-
  On a constant your kernel does not give 0. Its numbers add up to 2, 4, 8 …, as binomial coefficients do when
  none of them has a minus. For a derivative the signs must alternate. Check what each step subtracts.
zh: >-
  卷积核对常数的结果不是 0。它的各数之和是 2、4、8……，不带负号的二项式系数正是如此。要成为导数，正负号必须交替。请检查每一步减去的是什么。
"""

import math

import torch


def derivative_kernel(d):
    return torch.tensor([float(math.comb(d, i)) for i in range(d + 1)])
