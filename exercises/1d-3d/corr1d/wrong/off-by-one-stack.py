"""
en: >-
  The last value of y is missing. A kernel of m numbers fits into n numbers at n − m + 1 places, not n − m:
  count the places, not the steps between them. Check where your loop ends.
zh: >-
  y 少了最后一个值。m 个数的核在 n 个数中有 n − m + 1 个位置可放，而不是 n − m 个：要数的是位置，而不是移动的步数。请检查循环在哪里结束。
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    return torch.stack([(x[i : i + m] * k).sum() for i in range(n - m)])
