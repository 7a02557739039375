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
    h, w = X.shape[0] - m, X.shape[1] - n
    dK = torch.zeros(h, w)
    for a in range(h):
        for b in range(w):
            dK[a, b] = (X[a : a + m, b : b + n] * dY).sum()
    return dK
