"""
en: >-
  Only the first value of Y is computed; all others stay zero. Most often the return stands inside the inner
  loop, so that the function ends after one window. Check how far the return is indented.
zh: >-
  只算出了 Y 的第一个值，其余都是零。最常见的原因是 return 写在了内层循环里面，函数算完一个窗口就结束了。请检查 return 的缩进。
"""

import torch


def box_blur(X, k):
    H, W = X.shape
    Y = X.new_zeros(H - k + 1, W - k + 1)
    for i in range(H - k + 1):
        for j in range(W - k + 1):
            Y[i, j] = X[i : i + k, j : j + k].mean()
            return Y
