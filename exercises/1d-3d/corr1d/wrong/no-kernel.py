"""
en: >-
  The kernel has no effect: you add up the numbers of each window as they are. Each of them is multiplied by
  the number of k at its place first. Check the line with the sum for a factor k.
zh: >-
  卷积核没有起作用：你把每个窗口里的数直接加了起来。每个数都要先乘以 k 中对应位置的数。请检查求和那一行是否乘了 k。
"""

import torch


def corr1d(x, k):
    return x.unfold(0, len(k), 1).sum(1)
