"""
en: >-
  The width is computed from the height's numbers. Square images with square kernels hide this. Check the second
  entry of each pair: index 1.
zh: >-
  宽是用高的数据算出来的。方形的图像配方形的核会掩盖这个错误。请检查是否用到了每对数的第二个，即下标 1。
"""

import torch


def conv_out_shape(n, k, p, s):
    out = (n[0] + 2 * p[0] - k[0]) // s[0] + 1
    return out, out
