"""
en: >-
  All output channels are alike: each of them comes from K[0]. Output channel o has a kernel stack of its own,
  K[o]. Check which part of K you take in each round.
zh: >-
  所有输出通道都一样：都是由 K[0] 算出来的。输出通道 o 有自己的一组核 K[o]。请检查每一轮取的是 K 的哪一部分。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, K[0]) for _ in K])
