r"""
en: >-
  A matrix product is not the composition of two kernels. It multiplies rows by columns, and mostly the shapes
  do not even fit. Each entry of B brings a shifted copy of A with it. Check what stands around the @.
zh: >-
  矩阵乘法并不是两个核的合成。它拿行去乘列，而且形状往往根本对不上。B 的每个元素带来的是一份平移过的 A。请检查 @ 的两边。
look: '[AB]\S* *@ *[AB]|matmul|\bmm\('
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    return B @ A
