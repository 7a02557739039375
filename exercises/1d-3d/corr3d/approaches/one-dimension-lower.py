"""
en: Each output slice is a sum of correlations one dimension lower; the same few lines then serve any number of axes, at the price of many small operations.
zh: 输出的每一层都是若干低一维互相关之和；同样几行代码适用于任意多个轴，代价是许多零碎的小运算。
"""

import torch


def correlate(X, K):
    if K.dim() == 0:
        return X * K
    places = range(len(X) - len(K) + 1)
    return torch.stack([sum(correlate(X[t + a], K[a]) for a in range(len(K))) for t in places])


def corr3d(X, K):
    return correlate(X, K)
