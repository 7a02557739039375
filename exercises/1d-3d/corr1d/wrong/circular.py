r"""
en: >-
  Your window runs over the end of x and goes on at its beginning. Only places count where the kernel lies
  wholly inside x. Check for % and torch.roll, and the length of y: n − m + 1.
zh: >-
  窗口越过 x 的末尾，又从开头接着取。本题只算卷积核完全落在 x 内部的位置。请检查 % 和 torch.roll，以及 y 的长度：n − m + 1。
look: '^[^#]*(%|\broll\()'
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    return sum(k[a] * torch.roll(x, -a) for a in range(m))
