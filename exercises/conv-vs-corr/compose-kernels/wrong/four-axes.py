"""
en: >-
  Your kernel has more than two axes. F.conv_transpose2d and F.conv2d ask for batch and channel in front, both
  of size 1, and both must come off again after the call. Check the shape: [0, 0] leaves two axes.
zh: >-
  你的核多于两个轴。F.conv_transpose2d 和 F.conv2d 要求前面有批量轴和通道轴，大小都是 1；调用之后两个都要去掉。请检查形状：用 [0, 0] 就剩下两个轴。
look: 'conv'
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    return F.conv_transpose2d(A[None, None], B[None, None])
