"""
en: >-
  Your result has more than two axes. F.conv2d asks for batch and channel in front, both of size 1, and both
  must come off again after the call. Check the shape: [0, 0] leaves (H − h + 1, W − w + 1).
zh: >-
  你的结果多于两个轴。F.conv2d 要求前面有批量轴和通道轴，大小都是 1；调用之后两个都要去掉。请检查形状：用 [0, 0] 就剩下 (H − h + 1, W − w + 1)。
look: 'conv'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    return F.conv2d(X[None, None], K.flip(0, 1)[None, None])
