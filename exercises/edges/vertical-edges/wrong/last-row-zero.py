"""
en: >-
  The last row of Y is never filled: it is 0 in every image. Only a column is lost, because pixels of one row
  are compared: Y has as many rows as X. Check where your loop over the rows ends: at H, not at H − 1.
zh: >-
  Y 的最后一行没有填上：无论什么图像，它都是 0。比较的是同一行的像素，所以只少一列：Y 的行数与 X 相同。请检查对行的循环在哪里结束：应到 H，而不是 H − 1。
"""

import torch


def vertical_edges(X):
    H, W = X.shape
    Y = X.new_zeros(H, W - 1)
    for i in range(H - 1):
        Y[i] = X[i, :-1] - X[i, 1:]
    return Y
