"""
en: >-
  Your maps are not joined into one tensor. The maps themselves are right, but a list or tuple of them cannot be
  multiplied or sliced as a whole. Check the last line: torch.stack turns the list into one tensor.
zh: >-
  各张图没有合成一个张量。图本身都对，但列表或元组不能整体相乘或切片。请检查最后一行：torch.stack 能把列表变成一个张量。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return [corr2d_multi_in(X, k) for k in K]
