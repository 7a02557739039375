"""
en: >-
  The empty list has no first or last layer. Everything else is right; without any layer each output is an
  input, so the result is 1. Check the index that fails, and begin with a field of 1 instead.
zh: >-
  空列表没有第一层，也没有最后一层。其余都对；一层也没有时，输出就是输入，结果为 1。请检查出错的下标，改为从感受野等于 1 开始。
"""

import torch


def receptive_field(layers):
    r, jump = layers[0]
    for k, s in layers[1:]:
        r += (k - 1) * jump
        jump *= s
    return r
