"""
en: >-
  Your result has an axis too many in front. Its values are right, but one map has two axes: rows and columns.
  Most often it is what unsqueeze, keepdim=True or F.conv2d put there. Check the last line: index [0] once more.
zh: >-
  结果前面多了一个维度。数值是对的，但一张图只有行和列两个维度。常见的来源是 unsqueeze、keepdim=True 或 F.conv2d。请检查最后一行：再取一次 [0]。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError('channels differ')
    return sum(corr2d(x, k) for x, k in zip(X, K))[None]
