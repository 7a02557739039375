"""
en: The four indices of all numbers at once, so that X is read with a single indexing; the index tensors need more memory than the result.
zh: 一次算出所有数的四个下标，对 X 只索引一次；但下标张量比结果更占内存。
"""

import torch


def im2col(X, h, w):
    sizes = (X.shape[0] - h + 1, X.shape[1] - w + 1, h, w)
    i, j, a, b = torch.meshgrid(*map(torch.arange, sizes), indexing="ij")
    return X[i + a, j + b].reshape(-1, h * w)
