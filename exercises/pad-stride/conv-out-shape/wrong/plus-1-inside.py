"""
en: >-
  The + 1 is added before the division. Without stride that is the same, with stride it is not: count the whole
  steps first, then add the first window. Check the brackets.
zh: >-
  + 1 加在了除法之前。没有步幅时两者相同，有步幅时就不同了：先数完整的步数，再加上第一个窗口。请检查括号。
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple((n_ + 2 * p_ - k_ + 1) // s_ for n_, k_, p_, s_ in zip(n, k, p, s))
