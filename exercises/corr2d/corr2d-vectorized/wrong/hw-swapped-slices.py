"""
en: >-
  Where K is not square, the parts of X do not all have one shape. Most often rows and columns are exchanged where
  X is shifted: in K[a, b] the a counts rows and the b columns, so a has to shift the rows of X and b its columns.
  Check the two slices.
zh: >-
  卷积核不是方形时，从 X 中切出的各部分形状不一致。最常见的原因是行与列弄反了：K[a, b] 中 a 是行号，b 是列号，所以 a 应移动 X 的行，b 应移动 X 的列。请检查两个切片。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    return sum(K[a, b] * X[b : b + H, a : a + W] for a in range(h) for b in range(w))
