r"""
en: >-
  A built-in convolution did the work. It is right, but here you write the loop that it hides. Check for
  F.conv3d, nn.Conv3d, F.conv2d and their like.
zh: >-
  真正计算的是内置卷积。结果没错，但本题要你亲手写出它背后的循环。请检查 F.conv3d、nn.Conv3d、F.conv2d 之类的调用。
look: '^[^#]*(F\.conv|nn\.Conv|functional\.conv|torch\.conv)'
"""

import torch
from torch.nn import functional as F


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    return F.conv3d(X[None, None], K[None, None])[0, 0]
