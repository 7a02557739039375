"""
en: >-
  Going back through a layer, r outputs do not take r whole strides. Between r windows there are r − 1 strides;
  the last window adds its kernel. Check your formula with two kernels of 3 and stride 1: it should give 5.
zh: >-
  倒推一层时，r 个输出并不占 r 个步幅。r 个窗口之间只有 r − 1 个步幅，最后一个窗口再加上核长。请用两个长为 3、步幅为 1 的核检查公式：应当得到 5。
"""

import torch


def receptive_field(layers):
    r = 0
    for k, s in reversed(layers):
        r = r * s + k
    return r
