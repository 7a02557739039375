"""
en: >-
  Every channel of X meets every channel of K. Channel c of X belongs to channel c of K alone; adding up X or K
  over the channels before they are multiplied gives all the mixed products too. Check where you sum: after
  multiplying.
zh: >-
  X 的每个通道与 K 的每个通道都相乘了。X 的通道 c 只与 K 的通道 c 相乘；如果在相乘之前就把 X 或 K 沿通道加起来，就会多出所有交叉的乘积。请检查求和的位置：应当在相乘之后。
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
    return corr2d(X.sum(0), K.sum(0))
