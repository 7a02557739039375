"""
en: >-
  The first window is missing. You count the steps, but before the first step there already is a window. Check
  for the + 1.
zh: >-
  少算了第一个窗口。你数的是步数，而在走第一步之前就已经有一个窗口了。请检查是否漏了 + 1。
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple((n_ + 2 * p_ - k_) // s_ for n_, k_, p_, s_ in zip(n, k, p, s))
