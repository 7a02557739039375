"""
en: >-
  One place is missing along each axis. The kernel also stops at its starting point, before it has moved at all.
  Check the formula for the output size: + 1 comes after the division.
zh: >-
  每条轴都少了一个位置。卷积核还没移动时，起点本身就算一个。请检查输出尺寸的公式：除法之后要 + 1。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i]) // s for i in (0, 1))
    return c_out * c_in * k[0] * k[1] * rows * columns
