"""
en: >-
  The + 1 is added before the division, and the padding counts only once. (n − k + p + 1)/s is right for stride
  1, and only if p is the padding of both sides together. Check the brackets, and what p stands for.
zh: >-
  + 1 加在了除法之前，填充也只算了一次。(n − k + p + 1)/s 只在步幅为 1 时成立，而且其中的 p 必须是两侧合计的填充。请检查括号，以及 p 的含义。
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple((n_ - k_ + p_ + 1) // s_ for n_, k_, p_, s_ in zip(n, k, p, s))
