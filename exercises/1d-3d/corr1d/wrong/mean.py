r"""
en: >-
  You took the mean of each window, so y is too small. Every value is divided by the length of the kernel; the
  products are added up, and that is all. Check for .mean() or a division.
zh: >-
  你对每个窗口取了平均，所以 y 偏小。每个值都被除以了核的长度；而乘积只需相加。请检查是否用了 .mean() 或做了除法。
look: '^[^#]*(\bmean\(|/)'
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    return torch.stack([(x[i : i + m] * k).mean() for i in range(n - m + 1)])
