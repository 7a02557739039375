"""
en: >-
  n, k, p and s are pairs, and pairs cannot be subtracted. The height and the width are computed separately,
  each from its own four numbers. Check for n[0], k[0], p[0], s[0], and the same with 1.
zh: >-
  n、k、p、s 都是一对数，不能直接相减。高和宽要分别计算，各用自己的四个数。请检查是否用了 n[0]、k[0]、p[0]、s[0]，以及下标为 1 的四个。
"""

import torch


def conv_out_shape(n, k, p, s):
    return (n - k + 2 * p) // s + 1
