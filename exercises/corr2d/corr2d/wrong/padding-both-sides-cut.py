r"""
en: >-
  You padded X with zeros on all sides. Half a kernel on each side is a common choice in networks, but no padding
  is asked for here: only windows that lie wholly inside X count. Check the size of Y: for a 3×3 image and a 2×2
  kernel it is 2×2.
zh: >-
  你在 X 的四周都填充了零。两侧各填半个核的宽度，在网络中很常见，但本题不要求填充：只有完全落在 X 内部的窗口才算。请检查 Y 的尺寸：3×3 的图像配 2×2 的核，应得到 2×2。
look: '^[^#]*\bpad\('
"""

import torch
from torch.nn import functional as F


def corr2d(X, K):
    h, w = K.shape
    P = F.pad(X, (w // 2, w // 2, h // 2, h // 2))
    Y = X.new_zeros(X.shape)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (P[i : i + h, j : j + w] * K).sum()
    return Y
