r"""
en: >-
  The zeros are added on one side only, at the bottom and on the right. Padding p means p on each side, so the
  image grows by 2p. Check the four numbers of the padding.
zh: >-
  零只加在了一侧，即下方和右侧。填充 p 是指每侧都加 p，图像因此增大 2p。请检查填充的四个数。
look: '^[^#]*\bpad\('
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (0, p[1], 0, p[0]))
    Y = X.new_zeros(((X.shape[0] - h) // s[0] + 1, (X.shape[1] - w) // s[1] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K).sum()
    return Y
