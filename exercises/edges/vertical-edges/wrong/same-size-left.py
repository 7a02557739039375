r"""
en: >-
  Your result is as wide as the image. A row of 8 pixels has only 7 pairs of neighbours, so Y has one column
  less, and nothing stands in for a neighbour that does not exist. Check for padding, and for a roll that joins
  the last column to the first.
zh: >-
  你的结果与图像一样宽。一行 8 个像素只有 7 对邻居，所以 Y 应少一列，不存在的邻居不需要别的东西来代替。请检查是否做了填充，或者用 roll 把最后一列与第一列接了起来。
look: '^[^#]*(\bpad|roll|zeros_like)'
"""

import torch
import torch.nn.functional as F


def vertical_edges(X):
    return F.pad(X[:, :-1] - X[:, 1:], (1, 0))
