r"""
en: >-
  The gradient reaches K, but not X. Somewhere X became plain numbers or was copied without its history, so the
  layers before this one would learn nothing. Check how X gets into the padded image: F.pad keeps the history, and so
  does writing X itself into a buffer.
zh: >-
  梯度传到了 K，却没有传到 X。某一步把 X 变成了普通的数，或者复制时丢掉了计算历史，更前面的层就学不到东西。请检查 X 是怎样进入填充后图像的：F.pad 会保留历史，把 X 本身写进缓冲区也可以。
look: '^[^#]*X[^#]*(\.item\(|\.tolist\(|\.detach\(|\.data\b)'
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X.detach(), (p[1], p[1], p[0], p[0]))
    Y = X.new_zeros(((X.shape[0] - h) // s[0] + 1, (X.shape[1] - w) // s[1] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K).sum()
    return Y
