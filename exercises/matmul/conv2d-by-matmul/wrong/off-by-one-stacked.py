"""
en: >-
  The last row and the last column of Y are missing. A kernel of h rows fits into H rows at H − h + 1 places,
  not H − h: count the places, not the steps between them. Check how many windows you collect.
zh: >-
  Y 少了最后一行和最后一列。h 行的卷积核在 H 行中有 H − h + 1 个位置可放，而不是 H − h 个：要数的是位置，而不是移动的步数。请检查收集了多少个窗口。
"""

import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    down, right = X.shape[0] - h, X.shape[1] - w
    A = torch.stack([X[i : i + h, j : j + w].reshape(-1) for i in range(down) for j in range(right)])
    return (A @ K.reshape(-1, 1)).reshape(down, right)
