"""
en: >-
  You counted the output values, not the work for them. Each one needs a product for every number of its kernel
  stack: c_in · h · w. Check that these are factors too.
zh: >-
  你数的是输出值的个数，而不是为此做的计算。每个输出值要与它那组核的每个数相乘：c_in · h · w 次。请检查这些是否也乘了。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i]) // s + 1 for i in (0, 1))
    return c_out * rows * columns
