"""
en: >-
  You compare pixels that are two columns apart. That is a central difference, [1, 0, −1], which loses two
  columns. The kernel [1, −1] compares direct neighbours. Check the slices: X[:, :-1] and X[:, 1:] are one
  column apart.
zh: >-
  你比较的是相隔两列的像素。那是中心差分 [1, 0, −1]，会少两列。卷积核 [1, −1] 比较的是紧挨着的两个像素。请检查切片：X[:, :-1] 与 X[:, 1:] 只差一列。
"""

import torch


def vertical_edges(X):
    return X[:, :-2] - X[:, 2:]
