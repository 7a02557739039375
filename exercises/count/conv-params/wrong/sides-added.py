"""
en: >-
  Height and width of the kernel are added. A kernel of 5×5 has 25 numbers, not 10. Check how k[0] and k[1]
  enter: they multiply.
zh: >-
  你把核的高和宽相加了。5×5 的核有 25 个数，而不是 10 个。请检查 k[0] 和 k[1] 是怎样进入算式的：应当相乘。
"""

import torch


def conv_params(c_in, c_out, k, bias):
    return c_out * (c_in * (k[0] + k[1]) + bool(bias))
