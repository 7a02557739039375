"""
en: >-
  Each layer is multiplied by its own stride alone. The distance between its inputs comes from the layers before
  it: it is the product of all their strides. Check what kernel − 1 is multiplied by.
zh: >-
  每一层只乘了它自己的步幅。它的各个输入相隔多远，是由前面的层决定的，等于之前所有步幅的乘积。请检查（核长 − 1）乘的是什么。
"""

import torch


def receptive_field(layers):
    r = 1
    for k, s in layers:
        r += (k - 1) * s
    return r
