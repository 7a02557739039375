"""
en: >-
  The rows of your matrix are not windows. The windows stood in columns, and reshape only cuts the same sequence
  of numbers anew, so that numbers of different windows are mixed. Check that step: .T or .transpose exchanges
  rows and columns.
zh: >-
  你的矩阵的各行并不是窗口。窗口原来排成列，而 reshape 只是把同一串数重新分行，于是不同窗口的数混在了一起。请检查这一步：.T 或 .transpose 才会交换行与列。
"""

import torch


def im2col(X, h, w):
    down, right = X.shape[0] - h + 1, X.shape[1] - w + 1
    rows = [X[i : i + h, j : j + w].reshape(-1) for i in range(down) for j in range(right)]
    return torch.stack(rows, 1).reshape(down * right, h * w)
