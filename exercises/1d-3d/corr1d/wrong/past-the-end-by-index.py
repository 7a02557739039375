"""
en: >-
  The window runs over the end of x. There are n − m + 1 places for it, and the last one begins at n − m. Check
  where your loop ends.
zh: >-
  窗口伸出了 x 的末尾。它只有 n − m + 1 个位置，最后一个从 n − m 开始。请检查循环在哪里结束。
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    y = x.new_zeros(n - m + 1)
    for i in range(n):
        for a in range(m):
            y[i] += x[i + a] * k[a]
    return y
