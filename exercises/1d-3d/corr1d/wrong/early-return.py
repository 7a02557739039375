"""
en: >-
  Only the first value is computed; the rest of y stays at 0. Most often return stands inside the loop. Check
  its indentation.
zh: >-
  只算出了第一个值，y 的其余部分仍是 0。常见的原因是 return 写在了循环里面。请检查它的缩进。
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    y = x.new_zeros(n - m + 1)
    for i in range(n - m + 1):
        y[i] = (x[i : i + m] * k).sum()
        return y
