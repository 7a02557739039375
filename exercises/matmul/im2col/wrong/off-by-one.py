"""
en: >-
  The last window of each line, and the last line of windows, are missing. A window of h rows fits into H rows
  at H − h + 1 places: count the places, not the steps between them. Check the ends of your loops.
zh: >-
  少了每一行的最后一个窗口，也少了最后一行窗口。h 行的窗口在 H 行中有 H − h + 1 个位置可放：要数的是位置，而不是移动的步数。请检查循环的终点。
"""

import torch


def im2col(X, h, w):
    down, right = X.shape[0] - h, X.shape[1] - w
    A = X.new_zeros(down * right, h * w)
    for i in range(down):
        for j in range(right):
            A[i * right + j] = X[i : i + h, j : j + w].reshape(-1)
    return A
