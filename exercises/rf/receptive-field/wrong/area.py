"""
en: >-
  You return an area. The layers are looked at along one axis, so the width is asked for, not its square. Check
  the last line.
zh: >-
  你返回的是面积。各层只看一条轴，所以要的是宽度，而不是它的平方。请检查最后一行。
"""

import torch


def receptive_field(layers):
    r, jump = 1, 1
    for k, s in layers:
        r += (k - 1) * jump
        jump *= s
    return r**2
