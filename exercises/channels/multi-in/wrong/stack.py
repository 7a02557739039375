"""
en: >-
  You kept the channels apart. Each one was correlated with its own part of K, but the results have to be added
  up: all input channels together give one map. Check for a sum over the channels at the end.
zh: >-
  你没有把各通道合起来。每个通道都与 K 的对应部分做了互相关，但结果还要相加：所有输入通道合起来只给出一张图。请检查最后是否对通道求了和。
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
    return torch.stack([corr2d(x, k) for x, k in zip(X, K)])
