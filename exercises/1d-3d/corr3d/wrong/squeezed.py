r"""
en: >-
  Axes of size 1 are lost. squeeze() without an argument removes all of them, also where the output is a single
  slice, row or column. Check the last line: the result always has three axes.
zh: >-
  大小为 1 的维度丢了。不带参数的 squeeze() 会把它们全部去掉，哪怕输出恰好只有一层、一行或一列。请检查最后一行：结果总是三维的。
look: '^[^#]*squeeze\('
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    return sum(K[a, b, c] * X[a : a + D, b : b + H, c : c + W] for a in range(d) for b in range(h) for c in range(w)).squeeze()
