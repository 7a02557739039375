"""
en: >-
  A step that does not fit whole is counted in part. An 8×8 image with k = 3, p = 1 and s = 2 gives 4, not 4.5:
  there is no half window. Check the division: // rounds down.
zh: >-
  不完整的一步也被算了进去。8×8 的图像，k = 3、p = 1、s = 2，应得到 4，而不是 4.5：没有半个窗口。请检查除法：// 才是向下取整。
look: '^[^#]*[^/]/[^/]'
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple((n_ + 2 * p_ - k_) / s_ + 1 for n_, k_, p_, s_ in zip(n, k, p, s))
