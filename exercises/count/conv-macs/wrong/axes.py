"""
en: >-
  Height and width are mixed up. k[0] belongs to n[0], the height, and k[1] to n[1], the width. Check which
  index stands where in the formula for the output size.
zh: >-
  高和宽弄混了。k[0] 对应 n[0]，都是高；k[1] 对应 n[1]，都是宽。请检查输出尺寸公式里的下标。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[1 - i]) // s + 1 for i in (0, 1))
    return c_out * c_in * k[0] * k[1] * rows * columns
