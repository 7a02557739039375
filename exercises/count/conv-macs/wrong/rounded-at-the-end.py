"""
en: >-
  You rounded only at the end. Where the stride does not come out even, the output size is no whole number, and
  multiplying makes the error large. Check the formula for the output size: each axis is rounded down on its
  own.
zh: >-
  你到最后才取整。步幅除不尽时，输出尺寸已经不是整数，一相乘误差就放大了。请检查输出尺寸的公式：每条轴都要各自先向下取整。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i]) / s + 1 for i in (0, 1))
    return int(c_out * c_in * k[0] * k[1] * rows * columns)
