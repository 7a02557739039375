"""
en: >-
  Your code fails for the empty list. Everything else is right; without any layer each output is an input, so the
  result is 1. Most often layers[0] or layers[−1] is behind it, which an empty list does not have. Check where your
  field begins: at 1.
zh: >-
  遇到空列表时你的代码会失败。其余都对；一层也没有时，输出就是输入，结果为 1。多半是用了 layers[0] 或 layers[−1]，而空列表没有这一项。请检查感受野的初始值：应从 1 开始。
"""

import torch


def receptive_field(layers):
    r, jump = layers[0]
    for k, s in layers[1:]:
        r += (k - 1) * jump
        jump *= s
    return r
