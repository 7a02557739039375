"""
en: >-
  Your result has its axes in the reverse order. The values are right, but they stand at [width, height,
  depth]. The order is depth, height, width, as in X. Check the shape of Y and the index with which you fill
  it: Y[t, i, j].
zh: >-
  结果的维度次序反了。数值是对的，但排成了 [宽，高，深]。次序应与 X 相同：深、高、宽。请检查 Y 的形状和填入时的下标：Y[t, i, j]。
"""

import torch


def corr3d(X, K):
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1).unfold(2, K.shape[2], 1)
    return (windows * K).sum((3, 4, 5)).permute(2, 1, 0)
