"""
en: >-
  Your result is the cross-correlation, turned by half a turn. Flipping image and kernel, or flipping the
  output, does that: the sums are those of correlation, and only their places are reversed. Check that K is
  flipped, and nothing else.
zh: >-
  你的结果是互相关旋转 180° 之后的样子。图像和卷积核都翻转，或者翻转输出，就会这样：求的和还是互相关的，只是位置颠倒了。请检查是否翻转了 K，并且只翻转了 K。
look: 'flip'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    return F.conv2d(X.flip(0, 1)[None, None], K.flip(0, 1)[None, None])[0, 0]
