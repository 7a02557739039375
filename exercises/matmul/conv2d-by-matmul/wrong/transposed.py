"""
en: >-
  Y is transposed. The values are right, but they stand in columns where they should stand in rows: the windows
  were collected downwards first. Check the order of your loops, or the shape you give to the product.
zh: >-
  Y 被转置了。数值都对，但该排成行的排成了列：窗口是先向下收集的。请检查循环的次序，或最后整理成的形状。
"""

import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    A = torch.stack([X[i : i + h, j : j + w].reshape(-1) for j in range(W) for i in range(H)])
    return (A @ K.reshape(-1, 1)).reshape(W, H)
