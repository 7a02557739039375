"""
en: >-
  You added up the values of all windows. Each window gives a value of its own, and y holds them side by side.
  Check what your loop does with each value.
zh: >-
  你把所有窗口的值加在了一起。每个窗口各给出一个值，在 y 里依次排开。请检查循环怎样处理每个值。
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    return sum((x[i : i + m] * k).sum() for i in range(n - m + 1))
