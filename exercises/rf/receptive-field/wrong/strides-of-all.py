"""
en: >-
  All strides have an effect on all layers. Each layer adds (kernel − 1) times the strides of the layers
  before it; its own stride and those after it do not widen what it sees. Check where you multiply: inside the
  loop, layer by layer.
zh: >-
  所有的步幅对每一层都起了作用。每层增加的是 (kernel − 1) 乘以它之前各层的步幅；它自己和之后各层的步幅不会让它看得更宽。请检查在哪里相乘：应在循环里逐层进行。
"""

import math


def receptive_field(layers):
    return 1 + sum(k - 1 for k, _ in layers) * math.prod(s for _, s in layers)
