"""
en: The roles are swapped, so that the kernel becomes a large matrix of mostly zeros and the image a vector; its transpose is the transposed convolution.
zh: 角色对调：核变成一个大多是零的大矩阵，图像变成向量；这个矩阵的转置就是转置卷积。
"""

import torch
import torch.nn.functional as F


def conv2d_by_mul(X, K):
    down, right = X.shape[0] - K.shape[0], X.shape[1] - K.shape[1]
    places = [(i, j) for i in range(down + 1) for j in range(right + 1)]
    sheets = [F.pad(K, (j, right - j, i, down - i)) for i, j in places]
    C = torch.stack(sheets).flatten(1)
    return (C @ X.reshape(-1)).reshape(down + 1, right + 1)
