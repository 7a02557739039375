"""
en: >-
  Your result is right, but turned by half a turn. That is what flipping the image instead of the kernel does:
  the places of the output are reversed as well. Check that only K is flipped.
zh: >-
  你的结果数值是对的，但整体旋转了 180°。翻转图像而不是卷积核，就会这样：输出的位置也跟着颠倒了。请检查是否只翻转了 K。
look: 'flip'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    return F.conv2d(X.flip(0, 1)[None, None], K[None, None])[0, 0]
