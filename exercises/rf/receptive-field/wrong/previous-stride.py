"""
en: >-
  Only the stride of the layer just before has an effect. Strides multiply: after two layers of stride 2,
  neighbours lie 4 inputs apart. Check that the distance is the product of all earlier strides.
zh: >-
  只有紧挨着的前一层的步幅起了作用。步幅是要连乘的：经过两个步幅为 2 的层，相邻的值相隔 4 个输入。请检查间距是否等于之前所有步幅的乘积。
"""

import torch


def receptive_field(layers):
    r, jump = 1, 1
    for k, s in layers:
        r += (k - 1) * jump
        jump = s
    return r
