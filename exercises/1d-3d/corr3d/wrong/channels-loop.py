"""
en: >-
  You treated the depth as channels. Channels are added up in one go, so the kernel would have to be as deep as
  X; here it is shorter, and slides along the depth as well. Check that the result has three axes, of which the
  first has D − d + 1 places.
zh: >-
  你把深度当成了通道。通道是一次全部加起来的，那样核就必须与 X 一样深；而这里的核较短，沿深度方向也要滑动。请检查结果是否有三个维度，第一维是否有 D − d + 1 个位置。
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    Y = X.new_zeros(H, W)
    for i in range(H):
        for j in range(W):
            Y[i, j] = (X[:, i : i + h, j : j + w] * K).sum()
    return Y
