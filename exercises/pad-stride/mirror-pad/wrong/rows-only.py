"""
en: >-
  Only rows were added: the image has grown above and below, but not on the left and on the right. Check for the
  second step, along the columns.
zh: >-
  只增加了行：图像上下变高了，左右却没有变宽。请检查是否少了沿列的第二步。
"""

import torch


def mirror_pad(X, p):
    H = len(X)
    return torch.cat([X[1 : p + 1].flip(0), X, X[H - 1 - p : H - 1].flip(0)])
