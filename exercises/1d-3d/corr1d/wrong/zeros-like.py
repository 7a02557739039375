r"""
en: >-
  The values are right, but zeros are left over at the end. y is as long as x, and there are only n − m + 1
  places for the kernel. Check the line that makes y: torch.zeros(n − m + 1), not zeros_like(x).
zh: >-
  数值是对的，但末尾多出了几个零。y 与 x 一样长，而核只有 n − m + 1 个位置。请检查创建 y 的那一行：应为 torch.zeros(n − m + 1)，而不是 zeros_like(x)。
look: '^[^#]*\bzeros'
"""

import torch


def corr1d(x, k):
    y = torch.zeros_like(x)
    places = len(x) - len(k) + 1
    y[:places] = x.unfold(0, len(k), 1) @ k
    return y
