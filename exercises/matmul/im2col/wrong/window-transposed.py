"""
en: >-
  Each window is read column by column. K is read row by row, so their numbers would not meet. Check how a
  window becomes a row: .reshape(−1) reads it row by row.
zh: >-
  每个窗口是逐列读出的。K 是逐行读出的，两者的数就对不上了。请检查窗口是怎样变成一行的：.reshape(−1) 是逐行读出。
"""

import torch


def im2col(X, h, w):
    down, right = X.shape[0] - h + 1, X.shape[1] - w + 1
    rows = [X[i : i + h, j : j + w].t().reshape(-1) for i in range(down) for j in range(right)]
    return torch.stack(rows)
