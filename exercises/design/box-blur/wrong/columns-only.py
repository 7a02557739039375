"""
en: >-
  You average in one direction only. The window has k rows and k columns; here only pixels of one column are
  mixed. Check whether there is a second sum, over the columns.
zh: >-
  你只在一个方向上求了平均。窗口有 k 行 k 列，这里却只混合了同一列的像素。请检查是否少了沿另一方向的求和。
"""

import torch


def box_blur(X, k):
    down, right = X.shape[0] - k + 1, X.shape[1] - k + 1

    return sum(X[a : a + down, :right] for a in range(k)) / k
