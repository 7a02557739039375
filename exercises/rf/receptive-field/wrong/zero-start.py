"""
en: >-
  Your result is 1 too small. Before the first layer, each value sees one input: itself. Check the value your
  field starts with.
zh: >-
  结果少了 1。在第一层之前，每个值就看得到一个输入，也就是它自己。请检查感受野的初始值。
"""

import torch


def receptive_field(layers):
    r, jump = 0, 1
    for k, s in layers:
        r += (k - 1) * jump
        jump *= s
    return r
