"""
en: >-
  The size of Y is right, but the window moves by one pixel only. Value (i, j) of Y belongs to the window that
  begins at row i · s[0] and column j · s[1]. Check both slices.
zh: >-
  Y 的尺寸是对的，但窗口每次只移动了一个像素。Y 的第 (i, j) 个值，对应从第 i · s[0] 行、第 j · s[1] 列开始的窗口。请检查两个切片。
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    Y = X.new_zeros(((X.shape[0] - h) // s[0] + 1, (X.shape[1] - w) // s[1] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
