"""
en: >-
  The output channels are missing. Every output channel has kernels of its own and does all the work again.
  Check that c_out is a factor.
zh: >-
  漏掉了输出通道。每个输出通道都有自己的核，全部计算都要再做一遍。请检查是否乘了 c_out。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i]) // s + 1 for i in (0, 1))
    return c_in * k[0] * k[1] * rows * columns
