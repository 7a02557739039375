r"""
en: >-
  You padded x with zeros at both ends, so that the kernel also hangs over the edges. Here only places count
  where it lies wholly inside x. Check the length of y: for 7 numbers and a kernel of 2 it is 6.
zh: >-
  你在 x 的两端都补了零，卷积核伸出边缘的位置也算了进去。本题只算完全落在 x 内部的位置。请检查 y 的长度：7 个数配 2 个数的核，应得到 6 个。
look: '^[^#]*\bpad\('
"""

import torch
from torch.nn import functional as F


def corr1d(x, k):
    n, m = len(x), len(k)
    padded = F.pad(x, (m - 1, m - 1))
    return torch.stack([(padded[i : i + m] * k).sum() for i in range(n + m - 1)])
