"""
en: >-
  The strides have no effect on your result. After a layer of stride 2, neighbouring values lie 2 inputs apart,
  and all later layers see twice as far. Check that kernel − 1 is multiplied by the strides of the earlier
  layers.
zh: >-
  步幅对你的结果毫无影响。经过步幅为 2 的一层之后，相邻的值在输入里相隔 2，后面各层看到的范围就加倍。请检查（核长 − 1）是否乘以了之前各层的步幅。
"""

import torch


def receptive_field(layers):
    r = 1
    for k, s in layers:
        r += k - 1
    return r
