r"""
en: >-
  Rows and columns of the padding have changed places. F.pad starts with the last axis: (left, right, top,
  bottom). With p = (ph, pw) that is (pw, pw, ph, ph). Check the order of the four numbers.
zh: >-
  填充的行数和列数弄反了。F.pad 从最后一个维度开始，依次是左、右、上、下。p = (ph, pw) 时应为 (pw, pw, ph, ph)。请检查这四个数的次序。
look: '^[^#]*\bpad\('
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[0], p[0], p[1], p[1]))
    Y = X.new_zeros(((X.shape[0] - h) // s[0] + 1, (X.shape[1] - w) // s[1] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K).sum()
    return Y
