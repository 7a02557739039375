"""
en: >-
  The output channels stand between the rows and the columns, but they come first. The maps themselves are
  right. Check the axis along which you stack: 0.
zh: >-
  输出通道夹在了行与列之间，而它应当在最前面。各张图本身都对。请检查沿哪一维堆叠：应当是 0。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, k) for k in K], 1)
