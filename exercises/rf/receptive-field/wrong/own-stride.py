"""
en: >-
  The stride of a layer is counted too early. It moves the windows of this layer apart, so it matters for the
  layers after it, but not for its own kernel. Check the order of the two lines: first the field, then the
  distance.
zh: >-
  步幅乘早了。一层的步幅拉开的是这一层各窗口的间距，影响的是后面的层，而不是它自己的核。请检查两行的先后：先算感受野，再更新间距。
"""

import torch


def receptive_field(layers):
    r, jump = 1, 1
    for k, s in layers:
        jump *= s
        r += (k - 1) * jump
    return r
