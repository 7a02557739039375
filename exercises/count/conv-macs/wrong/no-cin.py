"""
en: >-
  The input channels are missing. One output value adds up the products of all input channels: c_in · h · w of
  them. Check that c_in is a factor.
zh: >-
  漏掉了输入通道。一个输出值要把所有输入通道的乘积加起来，共 c_in · h · w 个。请检查是否乘了 c_in。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i]) // s + 1 for i in (0, 1))
    return c_out * k[0] * k[1] * rows * columns
