"""
en: >-
  The values are right, but a single channel is stretched over all the others. Where one side has one channel
  and the other has several, broadcasting makes the shapes fit, and no error is raised. Check X.shape[0] against
  K.shape[0] first, and raise an error if they differ.
zh: >-
  数值是对的，但单独一个通道会被拉伸到所有通道上。一方只有一个通道、另一方有几个时，广播会让形状凑合上，于是没有报错。请检查：先比较 X.shape[0] 与 K.shape[0]，不同就报错。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)
