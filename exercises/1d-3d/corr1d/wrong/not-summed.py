"""
en: >-
  The products are not added up. Your result has one row for each window; every window gives a single number.
  Check for a sum over the last axis.
zh: >-
  乘积没有加起来。结果里每个窗口占一行；而每个窗口应当只给出一个数。请检查是否沿最后一维求了和。
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    return torch.stack([x[i : i + m] * k for i in range(n - m + 1)])
