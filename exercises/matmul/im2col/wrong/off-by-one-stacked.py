"""
en: >-
  The last window of each line, and the last line of windows, are missing. A window of h rows fits into H rows
  at H − h + 1 places: count the places, not the steps between them. Check the ends of your loops.
zh: >-
  少了每一行的最后一个窗口，也少了最后一行窗口。h 行的窗口在 H 行中有 H − h + 1 个位置可放：要数的是位置，而不是移动的步数。请检查循环的终点。
"""

import torch


def im2col(X, h, w):
    rows, columns = range(X.shape[0] - h), range(X.shape[1] - w)
    return torch.stack([X[i : i + h, j : j + w].reshape(-1) for i in rows for j in columns])
