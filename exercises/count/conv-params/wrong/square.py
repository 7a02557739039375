"""
en: >-
  You squared the height of the kernel. k holds height and width, and they may differ. Check that both k[0] and
  k[1] are factors.
zh: >-
  你把核的高平方了。k 里有高和宽，两者可以不同。请检查是否既乘了 k[0]，又乘了 k[1]。
"""

import torch


def conv_params(c_in, c_out, k, bias):
    return c_out * (c_in * k[0] ** 2 + bool(bias))
