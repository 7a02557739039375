r"""
en: >-
  You summed over the pixels, so every pixel of Y has the same value. A 1×1 kernel never mixes pixels; it mixes
  the channels of one pixel. Check over which axes you sum.
zh: >-
  你对像素求了和，所以 Y 的每个像素都一样。1×1 的卷积核从不混合像素，它混合的是同一个像素的各个通道。请检查是沿哪些维度求和的。
look: '^[^#]*\.sum\('
"""

import torch


def conv1x1(X, K):
    return (K.reshape(K.shape[0], -1) @ X.sum((1, 2)))[:, None, None].expand(-1, X.shape[1], X.shape[2])
