"""
en: "From two dimensions: slice t of the output adds up what d slices give."
zh: 借助二维：输出的第 t 层，是 d 层各自的结果之和。
"""

import torch


def corr2d(X, K):
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    return (windows * K).sum((2, 3))


def corr3d(X, K):
    depth = X.shape[0] - K.shape[0] + 1
    return torch.stack([sum(corr2d(X[t + a], k) for a, k in enumerate(K)) for t in range(depth)])
