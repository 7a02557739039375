"""
en: >-
  Your averages are rounded down to whole numbers. // drops what stands behind the point, and the first
  examples have whole averages, so they do not show it. Check the division: / keeps the fraction.
zh: >-
  你的平均值被向下取成了整数。// 会丢掉小数部分；前面的例子平均值恰好是整数，所以看不出来。请检查除法：/ 才保留小数。
"""

import torch


def box_blur(X, k):
    return X.unfold(0, k, 1).unfold(1, k, 1).sum((2, 3)) // k**2
