"""
en: >-
  You took the second axis of K for the output channels. K has the shape (co, ci, h, w): K[o] is the stack for
  output channel o, K[:, c] belongs to input channel c. Check which axis your loop goes along.
zh: >-
  你把 K 的第二维当成了输出通道。K 的形状是 (co, ci, h, w)：K[o] 是输出通道 o 的那一组核，K[:, c] 对应输入通道 c。请检查循环走的是哪一维。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, K[:, o]) for o in range(K.shape[1])])
