"""
en: >-
  You round up. A last step that does not fit whole would push the window over the edge, so it does not count.
  Check the rounding.
zh: >-
  你做了向上取整。最后不完整的一步会使窗口伸出边缘，所以不算。请检查取整的方向。
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple(-(-(n_ + 2 * p_ - k_) // s_) + 1 for n_, k_, p_, s_ in zip(n, k, p, s))
