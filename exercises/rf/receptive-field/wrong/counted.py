"""
en: >-
  You counted only the inputs that have an influence. Where a stride is larger than its kernel, some inputs in
  between are skipped; they belong to the field all the same. Check what you count: from the first through the
  last.
zh: >-
  你只数了真正有影响的输入。步幅大于核长时，中间有些输入会被跳过，但它们同样属于感受野。请检查数的是什么：应当是从第一个到最后一个。
"""

import torch


def receptive_field(layers):
    seen = {0}
    for k, s in reversed(layers):
        seen = {place * s + a for place in seen for a in range(k)}
    return len(seen)
