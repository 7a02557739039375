"""
en: >-
  You added up the output channels as well. The sum goes over the input channels only: every K[o] keeps a map of
  its own. Check over which axes you sum.
zh: >-
  你把输出通道也加在了一起。求和只对输入通道进行：每个 K[o] 都保留自己的一张图。请检查是沿哪些维度求和的。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return sum(corr2d_multi_in(X, k) for k in K)
