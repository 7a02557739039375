r"""
en: >-
  You padded x with zeros to keep its length. No padding is asked for here: only places count where the kernel
  lies wholly inside x. Check the length of y: for 7 numbers and a kernel of 2 it is 6.
zh: >-
  你用零填充 x，使长度不变。本题不要求填充：只算卷积核完全落在 x 内部的位置。请检查 y 的长度：7 个数配 2 个数的核，应得到 6 个。
look: '^[^#]*\bpad\('
"""

import torch
from torch.nn import functional as F


def corr1d(x, k):
    n, m = len(x), len(k)
    padded = F.pad(x, (m // 2, m // 2))
    return torch.stack([(padded[i : i + m] * k).sum() for i in range(n)])
