"""
en: F.unfold copies each window into a column, and one matrix product does the rest; matrix products are fast, but the copies take up to h·w times the memory.
zh: F.unfold 把每个窗口复制成一列，剩下的只是一次矩阵乘法；矩阵乘法很快，但副本最多占 h·w 倍内存。
"""

import torch
import torch.nn.functional as F


def corr2d(X, K):
    columns = F.unfold(X[None, None], tuple(K.shape))[0]
    return (K.reshape(1, -1) @ columns).reshape(X.shape[0] - K.shape[0] + 1, -1)
