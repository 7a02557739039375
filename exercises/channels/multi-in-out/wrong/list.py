"""
en: >-
  You return a list of maps, not a tensor. The maps themselves are right, but nobody can multiply or slice such
  a list as a whole. Check the last line: torch.stack turns the list into one tensor.
zh: >-
  返回的是由各张图组成的列表，而不是张量。图本身都对，但这样的列表不能整体相乘或切片。请检查最后一行：torch.stack 能把列表变成一个张量。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return [corr2d_multi_in(X, k) for k in K]
