"""
en: "One output at a time, as the definition reads: easy to follow, and slow on a large image."
zh: 照着定义逐个计算输出：最好懂，图像一大就慢。
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    rows = [
        torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in range(X.shape[1] - w + 1)])
        for i in range(X.shape[0] - h + 1)
    ]
    return torch.stack(rows)
