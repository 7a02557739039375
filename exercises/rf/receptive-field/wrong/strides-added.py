"""
en: >-
  The strides are added up, but they multiply. After two layers of stride 2, neighbours lie 4 inputs apart, and
  after three of them 8. Check how the distance changes from layer to layer.
zh: >-
  你把步幅加在了一起，而步幅应当连乘。经过两个步幅为 2 的层，相邻的值相隔 4 个输入，三层就是 8 个。请检查间距是怎样逐层变化的。
"""

import torch


def receptive_field(layers):
    r, jump = 1, 1
    for k, s in layers:
        r += (k - 1) * jump
        jump += s - 1
    return r
