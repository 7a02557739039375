r"""
en: >-
  A built-in convolution did the work. It is right, but it is what you are asked to build here. Check for
  F.conv2d, nn.Conv2d and their like, and slide the window yourself.
zh: >-
  真正计算的是内置卷积。结果没错，但这正是本题要你自己写的东西。请检查 F.conv2d、nn.Conv2d 之类的调用，改为自己滑动窗口。
look: '^[^#]*(F\.conv|nn\.Conv|functional\.conv|torch\.conv)'
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    return F.conv2d(X[None, None], K[None, None], padding=tuple(p), stride=tuple(s))[0, 0]
