"""
en: >-
  The values are right, but no matrix product ran. Multiplying element by element and summing does the same
  arithmetic, but not as one product of a matrix with a column. Check that the last step is A @ K.reshape(-1, 1),
  where each row of A is one window.
zh: >-
  数值是对的，但没有执行矩阵乘法。逐元素相乘再求和，算的是同样的东西，却不是矩阵与列向量的一次乘法。请确认最后一步是 A @ K.reshape(-1, 1)，其中 A 的每一行是一个窗口。
"""

import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    Y = X.new_zeros((H, W))
    for i in range(H):
        for j in range(W):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
