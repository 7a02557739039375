"""
en: One plain corr2d per channel, then the sum, as the formula reads; strict=True makes zip complain when the numbers of channels differ.
zh: 每个通道各做一次普通的 corr2d 再相加，与公式的写法一致；strict=True 让 zip 在通道数不同时报错。
"""

import torch


def corr2d(X, K):
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    return (windows * K).sum((-1, -2))


def corr2d_multi_in(X, K):
    return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))
