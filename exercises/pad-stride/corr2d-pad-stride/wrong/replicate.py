"""
en: >-
  The border pixels are repeated outwards instead of zeros. That is another kind of padding; here the new pixels
  are 0. Check the mode of the padding.
zh: >-
  向外重复了边缘的像素，而不是填零。那是另一种填充；这里新增的像素都是 0。请检查填充的方式。
look: 'replicate|clamp'
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X[None, None], (p[1], p[1], p[0], p[0]), mode="replicate")[0, 0]
    Y = X.new_zeros(((X.shape[0] - h) // s[0] + 1, (X.shape[1] - w) // s[1] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K).sum()
    return Y
