"""
en: >-
  Your windows are still small matrices. The result has an axis too many: each window must become a single row
  of h · w numbers. Check for the reshape(−1) of each window, or of the last axes at the end.
zh: >-
  你的窗口还是一个个小矩阵。结果的维度多了：每个窗口要变成一行，共 h · w 个数。请检查是否对每个窗口做了 reshape(−1)，或最后合并了末尾的维度。
"""

import torch


def im2col(X, h, w):
    down, right = X.shape[0] - h + 1, X.shape[1] - w + 1
    rows = [X[i : i + h, j : j + w] for i in range(down) for j in range(right)]
    return torch.stack(rows)
