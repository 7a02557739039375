"""
en: >-
  The + 1 is added before the division. With stride 1 that is the same, with a larger stride it is not: count the
  whole steps first, then add the first window. Check the brackets.
zh: >-
  + 1 加在了除法之前。步幅为 1 时两者相同，步幅更大时就不同了：先数完整的步数，再加上第一个窗口。请检查括号。
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple((n_ + 2 * p_ - k_ + 1) // s_ for n_, k_, p_, s_ in zip(n, k, p, s))
