"""
en: >-
  Height and width of the window have changed places. h counts rows and belongs to the first slice, w counts
  columns. Square windows hide this. Check both slices.
zh: >-
  窗口的高和宽弄反了。h 是行数，对应第一个切片；w 是列数。方形的窗口会掩盖这个错误。请检查两个切片。
"""

import torch


def im2col(X, h, w):
    h, w = w, h
    H, W = X.shape
    A = X.new_zeros(max(H - h + 1, 0) * max(W - w + 1, 0), h * w)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            A[i * (W - w + 1) + j] = X[i : i + h, j : j + w].reshape(-1)
    return A
