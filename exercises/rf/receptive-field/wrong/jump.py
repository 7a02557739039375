"""
en: >-
  You return the distance between neighbouring outputs. That is the product of the strides; the receptive field
  is how many inputs a single output spans. Check which of your numbers you return.
zh: >-
  你返回的是相邻输出之间的间距。那是各步幅的乘积；而感受野是一个输出所跨的输入个数。请检查返回的是哪个数。
"""

import torch


def receptive_field(layers):
    r = jump = 1
    for k, s in layers:
        jump *= s
    return jump
