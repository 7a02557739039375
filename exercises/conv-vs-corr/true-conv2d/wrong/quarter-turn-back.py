"""
en: >-
  You turned the kernel by a quarter turn. Convolution needs half a turn, which reverses rows and columns and
  keeps the shape. Check the number of quarter turns: torch.rot90(K, 2), or K.flip(0, 1).
zh: >-
  你把卷积核旋转了 90°。卷积需要旋转 180°，行和列都倒过来，形状不变。请检查旋转的次数：torch.rot90(K, 2)，或者 K.flip(0, 1)。
look: 'rot90'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    return F.conv2d(X[None, None], torch.rot90(K, -1)[None, None])[0, 0]
