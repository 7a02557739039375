"""
en: >-
  Your field is too large: every layer adds its whole kernel to a field that starts at 1. Of the kernel, one
  number is counted already. Check what you add: kernel − 1, times the distance.
zh: >-
  感受野算大了：它从 1 开始，每一层又加上了整个核长。核里有一个位置是早就算过的。请检查加上的是什么：应当是（核长 − 1）乘以间距。
"""

import torch


def receptive_field(layers):
    r, jump = 1, 1
    for k, s in layers:
        r += k * jump
        jump *= s
    return r
