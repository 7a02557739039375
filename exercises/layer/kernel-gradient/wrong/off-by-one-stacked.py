"""
en: >-
  The last row and the last column of dK are missing. It must have the shape of K: from m = H − h + 1 follows h =
  H − m + 1. Check how you compute the size.
zh: >-
  dK 少了最后一行和最后一列。它必须与 K 形状相同：由 m = H − h + 1 得 h = H − m + 1。请检查尺寸是怎么算的。
"""

import torch


def kernel_grad(X, dY):
    m, n = dY.shape
    rows, columns = range(X.shape[0] - m), range(X.shape[1] - n)
    return torch.stack([torch.stack([(X[a : a + m, b : b + n] * dY).sum() for b in columns]) for a in rows])
