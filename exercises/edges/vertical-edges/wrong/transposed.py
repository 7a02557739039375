"""
en: >-
  Y is transposed. The values are right, but the differences along a row of X stand in a column of Y. Most often
  columns were collected and stacked as rows. Check the shape (H, W − 1), and dim=1 in torch.stack.
zh: >-
  Y 被转置了。数值是对的，但 X 一行中的差排成了 Y 的一列。最常见的原因是逐列收集，却按行叠放。请检查形状是否为 (H, W − 1)，以及 torch.stack 的 dim=1。
look: 'stack|cat'
"""

import torch


def vertical_edges(X):
    return torch.stack([X[:, j] - X[:, j + 1] for j in range(X.shape[1] - 1)])
