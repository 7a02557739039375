"""
en: >-
  k is a list, and arithmetic with a list is not arithmetic with its numbers. It holds the height and the width
  of the kernel: [h, w]. Check where k enters: take k[0] and k[1].
zh: >-
  k 是列表，对列表做运算并不是对其中的数做运算。它装的是核的高和宽：[h, w]。请检查用到 k 的地方：要取 k[0] 和 k[1]。
"""

import torch


def conv_params(c_in, c_out, k, bias):
    return c_out * (c_in * k * k + bool(bias))
