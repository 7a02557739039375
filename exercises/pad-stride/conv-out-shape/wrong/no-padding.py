"""
en: >-
  The padding is left out. It adds p rows on top and p at the bottom before the kernel is slid. Check where p
  enters.
zh: >-
  没有算上填充。在滑动卷积核之前，上面加了 p 行，下面也加了 p 行。请检查哪里用到了 p。
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple((n_ - k_) // s_ + 1 for n_, k_, p_, s_ in zip(n, k, p, s))
