"""
en: >-
  Only the last number of the kernel has an effect. Each product replaces the one before instead of being added
  to it. Check the innermost line: y[i] += …, not y[i] = ….
zh: >-
  只有核的最后一个数起了作用。每个乘积都把前一个替换掉，而不是累加上去。请检查最内层的那一行：应当是 y[i] += …，而不是 y[i] = …。
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    y = x.new_zeros(n - m + 1)
    for i in range(n - m + 1):
        for a in range(m):
            y[i] = x[i + a] * k[a]
    return y
