"""
en: >-
  The values are right, but no error comes where K has more channels than X. Most often the code goes through
  the channels of X, and the surplus ones of K are ignored. Check X.shape[0] against K.shape[0] first, and raise
  an error if they differ.
zh: >-
  数值是对的，但 K 的通道比 X 多时没有报错。常见的原因是代码只走遍 X 的各通道，K 多出来的就被忽略了。请检查：先比较 X.shape[0] 与 K.shape[0]，不同就报错。
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
    return sum(corr2d(X[c], K[c]) for c in range(X.shape[0]))
