"""
en: >-
  You counted one operation too many for each output value. Most often it is the bias; but a bias is added, not
  multiplied, and here there is none. Check for a + 1 or for c_out · rows · columns at the end.
zh: >-
  你为每个输出值多算了一次运算。常见的原因是算上了偏置；但偏置是加上去的，不是乘上去的，而且本题没有偏置。请检查是否有 + 1，或末尾是否加了 c_out · 行数 · 列数。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i]) // s + 1 for i in (0, 1))
    return c_out * (c_in * k[0] * k[1] + 1) * rows * columns
