"""
en: >-
  You divide by 4 whatever k is. That is right for k = 2 only: a window has k · k pixels. Check what you
  divide by.
zh: >-
  无论 k 是几，你都除以 4。这只对 k = 2 成立：一个窗口有 k · k 个像素。请检查除以了什么。
"""

import torch


def box_blur(X, k):
    return X.unfold(0, k, 1).unfold(1, k, 1).sum((2, 3)) / 4
