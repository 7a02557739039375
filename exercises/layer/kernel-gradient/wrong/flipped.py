r"""
en: >-
  You flipped dY. The flip belongs to the gradient for X, not to that for K: K[a, b] meets X[i + a, j + b] where
  Y[i, j] is made. Check which entry of dY the pixel X[0, 0] meets in dK[0, 0]: it should be dY[0, 0].
zh: >-
  你把 dY 翻转了。需要翻转的是对 X 的梯度，不是对 K 的：计算 Y[i, j] 时，K[a, b] 遇到的是 X[i + a, j + b]。请检查在 dK[0, 0] 中，像素 X[0, 0] 与 dY 的哪个元素相乘：应当是 dY[0, 0]。
look: '^[^#]*(\.flip\(|rot90|fliplr|flipud)'
"""

import torch


def kernel_grad(X, dY):
    m, n = dY.shape
    h, w = X.shape[0] - m + 1, X.shape[1] - n + 1
    G = dY.flip(0, 1)
    return torch.stack([(X[a : a + m, b : b + n] * G).sum() for a in range(h) for b in range(w)]).reshape(h, w)
