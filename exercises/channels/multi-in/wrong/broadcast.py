"""
en: >-
  The values are right, but no error comes where X or K has a single channel and the other one has more. Most
  often broadcasting is behind it: it stretches the single channel over all the others. Check X.shape[0] against
  K.shape[0] first, and raise an error if they differ.
zh: >-
  数值是对的，但一方只有一个通道、另一方有几个时没有报错。常见的原因是广播：它把单独的通道拉伸到所有通道上，形状就凑合上了。请检查：先比较 X.shape[0] 与 K.shape[0]，不同就报错。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)
