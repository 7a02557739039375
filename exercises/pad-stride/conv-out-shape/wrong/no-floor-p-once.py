"""
en: >-
  A step that does not fit whole is counted in part, and the padding only once. The formula (n − k + p + s)/s,
  found in many notes, needs a floor, and its p is the padding of both sides together: with padding 1 on each
  side it is 2. Check the division, and what p stands for.
zh: >-
  不完整的一步也被算了进去，而且填充只算了一次。许多笔记里的公式 (n − k + p + s)/s 还需要向下取整，而且其中的 p 是两侧合计的填充：每侧填充 1 时它等于 2。请检查除法，以及 p 的含义。
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple((n_ - k_ + p_ + s_) / s_ for n_, k_, p_, s_ in zip(n, k, p, s))
