"""
en: >-
  All windows stand one behind the other in a single row. torch.cat joins tensors at the axis they have;
  torch.stack makes a new one. Check how the rows are put together, or whether a reshape is missing.
zh: >-
  所有窗口首尾相接，成了一长行。torch.cat 沿已有的维度拼接，torch.stack 才会产生新的维度。请检查各行是怎样合在一起的，或者是否漏了 reshape。
"""

import torch


def im2col(X, h, w):
    down, right = X.shape[0] - h + 1, X.shape[1] - w + 1
    rows = [X[i : i + h, j : j + w].reshape(-1) for i in range(down) for j in range(right)]
    return torch.cat(rows)
