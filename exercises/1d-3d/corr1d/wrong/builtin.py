r"""
en: >-
  A built-in convolution did the work. It is right, but here you write the loop that it hides. Check for
  F.conv1d, nn.Conv1d and their like.
zh: >-
  真正计算的是内置卷积。结果没错，但本题要你亲手写出它背后的循环。请检查 F.conv1d、nn.Conv1d 之类的调用。
look: '^[^#]*(F\.conv|nn\.Conv|functional\.conv|torch\.conv)'
"""

import torch
from torch.nn import functional as F


def corr1d(x, k):
    n, m = len(x), len(k)
    return F.conv1d(x[None, None], k[None, None])[0, 0]
