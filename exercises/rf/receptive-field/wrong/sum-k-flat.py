"""
en: >-
  You add up the kernels. Neighbouring windows overlap, so each layer adds its kernel minus 1; and after a layer
  with a stride, neighbours lie further apart in the input. Check what you add for each layer.
zh: >-
  你把各层的核长直接相加了。相邻的窗口互相重叠，所以每一层只增加“核长减 1”；而经过带步幅的层之后，相邻的值在输入里隔得更远。请检查每一层加上的是什么。
"""

import torch


def receptive_field(layers):
    return sum(k for k, s in layers)
