"""
en: >-
  The last number of each window is missing. A Python slice stops before its end: x[i : i + m] already has
  exactly m numbers. Check the ends of your slices and ranges.
zh: >-
  每个窗口都少了最后一个数。Python 的切片不含终点：x[i : i + m] 恰好就是 m 个数。请检查切片和 range 的终点。
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    return torch.stack([(x[i : i + m - 1] * k[: m - 1]).sum() for i in range(n - m + 1)])
