"""
en: >-
  Your values are too small by a factor of h·w. A mean divides each sum by the number of entries of the kernel;
  convolution only adds up. Check for mean where sum is meant.
zh: >-
  你的值都缩小到了 1/(h·w)。取平均会把每个和除以卷积核的元素个数；卷积只求和。请检查是否把 sum 写成了 mean。
look: 'mean|numel'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    return F.conv2d(X[None, None], (K.flip(0, 1) / K.numel())[None, None])[0, 0]
