"""
en: >-
  You averaged over the input channels, so Y is too small. Every value is divided by their number; the
  products are added up, and that is all. Check for .mean(…) or a division.
zh: >-
  你对输入通道求了平均，所以 Y 偏小。每个值都除以了通道数；乘积只需相加。请检查是否用了 .mean(…) 或做了除法。
"""

import torch


def conv1x1(X, K):
    c, h, w = X.shape
    return (K[:, :, 0, 0] @ X.reshape(c, -1)).reshape(-1, h, w) / c
