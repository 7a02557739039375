"""
en: >-
  You turned the kernel by a quarter turn. Convolution needs half a turn, which reverses rows and columns and
  keeps the shape. Check the number of quarter turns: torch.rot90(K, 2), or K.flip(0, 1).
zh: >-
  你把卷积核旋转了 90°。卷积需要旋转 180°，行和列都倒过来，形状不变。请检查旋转的次数：torch.rot90(K, 2)，或者 K.flip(0, 1)。
look: 'rot90'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    K = torch.rot90(K, -1)
    h, w = K.shape
    Y = X.new_zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
