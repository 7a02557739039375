"""
en: >-
  You flipped the kernel along one axis only. Half a turn reverses rows and columns, both. Check the arguments
  of flip: K.flip(0, 1).
zh: >-
  你只沿一个轴翻转了卷积核。旋转 180° 要把行和列都倒过来。请检查 flip 的参数：K.flip(0, 1)。
look: 'flip'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    return F.conv2d(X[None, None], K.flip(1)[None, None])[0, 0]
