r"""
en: >-
  torch.stack refuses tensors of different shapes: the matrix so far and one more row. It does not append; it
  makes a new axis from tensors that are all alike. Check where it is called: once, on the list of all rows.
zh: >-
  torch.stack 不接受形状不同的张量：一个是已有的矩阵，一个是新的一行。它不是追加，而是把形状全都相同的张量沿新的维度叠起来。请检查调用它的地方：应对所有行的列表调用一次。
look: '^[^#]*stack\('
"""

import torch


def im2col(X, h, w):
    A = None
    for i in range(X.shape[0] - h + 1):
        for j in range(X.shape[1] - w + 1):
            row = X[i : i + h, j : j + w].reshape(-1)
            A = row if A is None else torch.stack([A, row])
    return A
