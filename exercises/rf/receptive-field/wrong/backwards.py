"""
en: >-
  Your loop goes through the layers from the wrong end. Adding (kernel − 1) times a growing distance begins at
  the first layer; the formula r = (r − 1)·stride + kernel leads back from an output, so it begins at the last
  one. Check the direction of your loop.
zh: >-
  循环从错误的一端走遍各层。逐层累加“（核长 − 1）乘以不断变大的间距”，要从第一层开始；而公式 r = (r − 1)·步幅 + 核长 是从输出往回推，要从最后一层开始。请检查循环的方向。
"""

import torch


def receptive_field(layers):
    r, jump = 1, 1
    for k, s in reversed(layers):
        r += (k - 1) * jump
        jump *= s
    return r
