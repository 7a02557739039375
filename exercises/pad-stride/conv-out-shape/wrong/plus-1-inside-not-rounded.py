"""
en: >-
  The + 1 is added before the division, and nothing is rounded. With stride, count the whole steps first, then
  add the first window. Check the brackets, and use // for the division.
zh: >-
  + 1 加在了除法之前，也没有取整。有步幅时，先数完整的步数，再加上第一个窗口。请检查括号，并用 // 做除法。
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple((n_ + 2 * p_ - k_ + 1) / s_ for n_, k_, p_, s_ in zip(n, k, p, s))
