r"""
en: >-
  A built-in convolution did the work. It is the function you are asked to build. Check for F.conv2d, nn.Conv2d
  and their like.
zh: >-
  真正计算的是内置卷积，而它正是你要实现的函数。请检查 F.conv2d、nn.Conv2d 之类的调用。
look: '^[^#]*(F\.conv|nn\.Conv|functional\.conv|torch\.conv)'
"""

import torch
from torch.nn import functional as F


def corr2d(X, K):
    return F.conv2d(X[None, None], K[None, None])[0, 0]
