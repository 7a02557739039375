r"""
en: >-
  The sum runs over the places, not over the window. So the result has the shape of K, with one number for each
  of its entries. Y has one number for each place, the sum of the products of its window. Check which axes are
  summed: those that K has.
zh: >-
  求和的是各个位置，而不是窗口内部。于是结果与 K 同样形状，K 的每个元素对应一个数。Y 应当每个位置一个数，即该窗口内乘积之和。请检查对哪些轴求和：应是 K 所在的那两个轴。
look: '\bsum\('
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    return (X.unfold(0, h, 1).unfold(1, w, 1) * K).sum((0, 1))
