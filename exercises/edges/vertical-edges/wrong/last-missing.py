"""
en: >-
  The last column of Y is missing. A row of W pixels has W − 1 pairs of neighbours. Check where your loop or
  your slices end: range(W − 1) counts from 0 to W − 2, which is already the last pair.
zh: >-
  Y 少了最后一列。一行 W 个像素有 W − 1 对邻居。请检查循环或切片在哪里结束：range(W − 1) 从 0 数到 W − 2，正好到最后一对。
"""

import torch


def vertical_edges(X):
    H, W = X.shape
    return torch.stack([X[:, j] - X[:, j + 1] for j in range(W - 2)], dim=1) if W > 2 else X[:, :0]
