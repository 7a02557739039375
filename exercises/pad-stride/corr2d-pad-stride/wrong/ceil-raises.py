"""
en: >-
  The last window hangs over the edge of the padded image, so that its shape does not fit the kernel's. Most
  often the size of Y is rounded up where a part of a step is left over. Check the division: // rounds down.
zh: >-
  最后一个窗口伸出了填充后图像的边缘，形状与卷积核对不上。最常见的原因是：剩下不完整的一步时，Y 的尺寸做了向上取整。请检查除法：// 是向下取整。
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    Y = X.new_zeros((-(-(X.shape[0] - h) // s[0]) + 1, -(-(X.shape[1] - w) // s[1]) + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K).sum()
    return Y
