"""
en: >-
  Your code compares each pixel with the one below, not with the one to its right. That finds horizontal edges.
  K has one row and two columns, so the neighbours stand in one row. Check which of the two indices moves: X[:,
  1:] leaves out a column, X[1:] a row.
zh: >-
  你的代码拿每个像素与下面的像素相比，而不是与右边的相比。这样找到的是水平边缘。K 是一行两列，所以相比的两个像素在同一行。请检查移动的是哪个下标：X[:, 1:] 去掉一列，X[1:] 去掉一行。
"""

import torch


def vertical_edges(X):
    X = X.T
    return X[:, :-1] - X[:, 1:]
