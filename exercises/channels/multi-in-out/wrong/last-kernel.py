"""
en: >-
  Only the last kernel stack is used: there is one map. Most often each round replaces the map of the round
  before. Check the loop: the maps have to be collected, for example in a list.
zh: >-
  只用到了最后一组卷积核：只有一张图。常见的原因是每一轮都把上一轮的图替换掉了。请检查循环：各张图要收集起来，例如放进列表。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    for k in K:
        Y = corr2d_multi_in(X, k)
    return Y
