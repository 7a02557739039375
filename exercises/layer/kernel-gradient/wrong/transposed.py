"""
en: >-
  dK is transposed. Its first index walks down the rows of X, the second one to the right along the columns. Check
  which index belongs to which loop.
zh: >-
  dK 被转置了。它的第一个下标沿 X 的行向下走，第二个下标沿列向右走。请检查哪个下标属于哪个循环。
"""

import torch


def kernel_grad(X, dY):
    m, n = dY.shape
    h, w = X.shape[0] - m + 1, X.shape[1] - n + 1
    return torch.stack([(X[a : a + m, b : b + n] * dY).sum() for a in range(h) for b in range(w)]).reshape(h, w).t()
