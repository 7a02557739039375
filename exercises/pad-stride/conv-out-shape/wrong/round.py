r"""
en: >-
  You round to the nearest whole number. Even the greater part of a step is no step: the window would hang over
  the edge. Check the rounding: always down.
zh: >-
  你做了四舍五入。即使是大半步也不算一步：窗口会伸出边缘。请检查取整：总是向下。
look: '^[^#]*(round|0?\.5)'
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple(int((n_ + 2 * p_ - k_) / s_ + 0.5) + 1 for n_, k_, p_, s_ in zip(n, k, p, s))
