"""
en: >-
  Only the first row of Y is computed; all others stay zero. Most often the return stands inside the outer loop,
  so that the function ends after one row. Check how far the return is indented.
zh: >-
  只算出了 Y 的第一行，其余各行都是零。最常见的原因是 return 写在了外层循环里面，函数算完一行就结束了。请检查 return 的缩进。
"""

import torch


def box_blur(X, k):
    down, right = X.shape[0] - k + 1, X.shape[1] - k + 1

    Y = torch.zeros(down, right)
    for i in range(down):
        for j in range(right):
            Y[i, j] = X[i : i + k, j : j + k].mean()
        return Y
