r"""
en: >-
  Only columns were added, p[0] on the left and p[1] on the right. With two numbers F.pad works on the last axis
  alone; for all four sides it wants four: (left, right, top, bottom). Check how many numbers it gets.
zh: >-
  只加了列：左侧 p[0] 列，右侧 p[1] 列。只给两个数时，F.pad 只处理最后一个维度；四条边都要填充，就要给四个数，依次是左、右、上、下。请检查给了它几个数。
look: '^[^#]*\bpad\('
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[0], p[1]))
    Y = X.new_zeros(((X.shape[0] - h) // s[0] + 1, (X.shape[1] - w) // s[1] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K).sum()
    return Y
