"""
en: >-
  You add whole kernels, but neighbouring windows overlap. Two kernels of 3 see 5 inputs, not 6: each layer adds
  its kernel minus 1, to a field that starts at 1. Check what you add, and the value you start with.
zh: >-
  你加上了整个核长，但相邻的窗口互相重叠。两个长为 3 的核能看到 5 个输入，而不是 6 个：感受野从 1 开始，每一层只增加“核长减 1”。请检查加上的是什么，以及初始值。
"""

import torch


def receptive_field(layers):
    r, jump = 0, 1
    for k, s in layers:
        r += k * jump
        jump *= s
    return r
