r"""
en: >-
  Only one of the two axes of each window is summed. So the result has three axes: for each place there is a
  line of numbers instead of one. A window has h rows and w columns, and the sum runs over both. Check the
  argument of sum: with the windows in the last two axes it is dim=(-2, -1).
zh: >-
  每个窗口的两个轴只求和了一个。于是结果有三个轴：每个位置上是一串数，而不是一个数。窗口有 h 行 w 列，两个方向都要求和。请检查 sum 的参数：窗口在最后两个轴上时，应写 dim=(-2, -1)。
look: '\bsum\('
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    return (X.unfold(0, h, 1).unfold(1, w, 1) * K).sum(-2)
