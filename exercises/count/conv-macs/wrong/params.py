"""
en: >-
  You counted the numbers of the kernels. Each of them is used once at every place of the output, not just once.
  Check that rows and columns of the output are factors.
zh: >-
  你数的是卷积核里有多少个数。其中每个数在输出的每个位置都要用一次，而不是总共一次。请检查是否乘了输出的行数和列数。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i]) // s + 1 for i in (0, 1))
    return c_out * c_in * k[0] * k[1]
