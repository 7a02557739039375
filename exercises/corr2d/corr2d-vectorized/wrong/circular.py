r"""
en: >-
  The window runs over the edge and goes on at the other side. torch.roll turns the image in a circle, and then
  every place has a window: Y comes out as large as X. Check the size of Y; the last h − 1 rows and w − 1 columns
  do not belong to it.
zh: >-
  窗口越过边缘，又从另一侧接着取。torch.roll 让图像首尾相接，于是每个位置都有窗口，Y 与 X 一样大。请检查 Y 的尺寸：最后的 h − 1 行和 w − 1 列不应有。
look: '\broll\('
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    return sum(K[a, b] * torch.roll(X, (-a, -b), (0, 1)) for a in range(h) for b in range(w))
