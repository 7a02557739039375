"""
en: >-
  Only the first kernel stack is used: there is one map. Most often the loop returns in its first round. Check
  where return stands: after the loop, when all maps are collected.
zh: >-
  只用到了第一组卷积核：只有一张图。常见的原因是循环第一轮就返回了。请检查 return 的位置：应当在循环之后，等所有的图都收齐。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    for k in K:
        return corr2d_multi_in(X, k)
