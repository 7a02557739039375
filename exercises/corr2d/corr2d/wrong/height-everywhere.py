"""
en: >-
  The window is as wide as the kernel is tall. It should have h rows and w columns: X[i : i + h, j : j + w]. With
  h in both places only square kernels work. Check the second slice of the window.
zh: >-
  窗口的宽度取成了卷积核的高度。窗口应有 h 行 w 列：X[i : i + h, j : j + w]。两处都用 h，就只有方形的核才对。请检查窗口的第二个切片。
"""

import torch


def corr2d(X, K):
    k = K.shape[0]
    rows, columns = range(X.shape[0] - k + 1), range(X.shape[1] - k + 1)
    return torch.stack([torch.stack([(X[i : i + k, j : j + k] * K).sum() for j in columns]) for i in rows])
