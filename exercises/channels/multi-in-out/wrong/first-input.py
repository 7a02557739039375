"""
en: >-
  Each output channel uses only the first channel of X. Every stack K[o] has a kernel for each input channel,
  and their results are added up. Check that the sum goes over all input channels.
zh: >-
  每个输出通道都只用到了 X 的第一个通道。每组 K[o] 对每个输入通道各有一个核，结果要加起来。请检查求和是否覆盖所有输入通道。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X[:1], k[:1]) for k in K])
