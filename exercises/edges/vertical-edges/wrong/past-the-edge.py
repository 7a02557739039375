r"""
en: >-
  Your code reads a column behind the last one. The last pixel of a row has no right neighbour, so j + 1 leads
  out of the image. Check where the loop over the columns ends: at W − 1, not at W.
zh: >-
  你的代码读到了最后一列之后。一行中最后一个像素没有右邻居，j + 1 就超出了图像。请检查对列的循环在哪里结束：应到 W − 1，而不是 W。
look: '\+ *1'
"""

import torch


def vertical_edges(X):
    H, W = X.shape
    return torch.stack([torch.stack([X[i, j] - X[i, j + 1] for j in range(W)]) for i in range(H)])
