r"""
en: >-
  Your result has more axes than one. The values are right, but y is a plain vector. Most often such axes come
  from F.conv1d, which works on batches of signals with channels and is not allowed here. Check the shape that
  you return.
zh: >-
  结果不止一个维度。数值是对的，但 y 只是一个向量。多出来的维度常常来自 F.conv1d：它处理的是带通道的批量信号，而且本题不许用。请检查返回值的形状。
look: '^[^#]*(F\.conv|nn\.Conv|functional\.conv|torch\.conv)'
"""

import torch
from torch.nn import functional as F


def corr1d(x, k):
    n, m = len(x), len(k)
    return F.conv1d(x[None, None], k[None, None])
