"""
en: >-
  Some rows overwrite others. Row i · (W − w + 1) + j belongs to window (i, j); with another factor two windows
  meet in one row, or rows stay empty. Check what i is multiplied with: the number of windows in one line.
zh: >-
  有的行覆盖了别的行。窗口 (i, j) 对应第 i · (W − w + 1) + j 行；换成别的乘数，就会有两个窗口落到同一行，或者有的行空着。请检查 i 乘上了什么：应是一行里的窗口数。
"""

import torch


def im2col(X, h, w):
    down, right = X.shape[0] - h + 1, X.shape[1] - w + 1
    A = X.new_zeros(down * right, h * w)
    for i in range(down):
        for j in range(right):
            A[i * down + j] = X[i : i + h, j : j + w].reshape(-1)
    return A
