r"""
en: >-
  The columns are padded with the number that belongs to the rows. p[0] is for above and below, p[1] for the
  left and the right. Check the four numbers of the padding.
zh: >-
  列的填充用了行的数。p[0] 用于上下，p[1] 用于左右。请检查填充的四个数。
look: '^[^#]*\bpad\('
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[0], p[0], p[0], p[0]))
    Y = X.new_zeros(((X.shape[0] - h) // s[0] + 1, (X.shape[1] - w) // s[1] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K).sum()
    return Y
