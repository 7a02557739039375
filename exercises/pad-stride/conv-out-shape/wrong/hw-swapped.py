"""
en: >-
  Height and width have changed places. All pairs hold the height first, and so does the answer. Check the order
  in which you return them.
zh: >-
  高和宽弄反了。每对数都是高在前，答案也一样。请检查返回的次序。
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple((n_ + 2 * p_ - k_) // s_ + 1 for n_, k_, p_, s_ in zip(n, k, p, s))[::-1]
