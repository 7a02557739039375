"""
en: >-
  You multiply the kernels. Two kernels of 3 see 5 inputs, not 9: their windows begin one input apart and
  overlap. Check whether you multiply where each layer only adds.
zh: >-
  你把各层的核长相乘了。两个长为 3 的核能看到 5 个输入，而不是 9 个：它们的窗口起点只差一个输入，互相重叠。请检查是否把该加的写成了乘。
"""

import torch


def receptive_field(layers):
    r = 1
    for k, s in layers:
        r *= k
    return r
