"""
en: >-
  Only the first channel counts. The other channels of X and K leave no trace in your result. Most often the
  loop returns in its first round, or an index stays at 0. Check that every channel is added.
zh: >-
  只有第一个通道起了作用。X 和 K 的其他通道在结果里毫无踪影。常见的原因是循环第一轮就返回了，或者下标一直是 0。请检查是否把每个通道都加了进去。
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
    for x, k in zip(X, K):
        return corr2d(x, k)
