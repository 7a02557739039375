"""
en: >-
  Your result still has an axis for the input channels. Each output channel adds up what its kernels find in all
  input channels; nothing of them is left in the shape. Check for a sum over the second axis.
zh: >-
  结果里还留着输入通道那一维。每个输出通道要把它的各个核在所有输入通道上的结果加起来，形状里不再有输入通道。请检查是否沿第二维求了和。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return torch.stack([torch.stack([corr2d_multi_in(x[None], kc[None]) for x, kc in zip(X, k)]) for k in K])
