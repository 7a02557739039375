"""
en: >-
  You used the first slices of X only. The kernel lies at depth 0 and never slides any deeper, so the result is
  a single picture. Check for a loop over the depth: there are D − d + 1 places.
zh: >-
  你只用到了 X 最前面的几层。卷积核停在深度 0 处，没有再往深处滑动，所以结果只是一幅图。请检查是否有沿深度的循环：共有 D − d + 1 个位置。
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    windows = X[:d].unfold(1, h, 1).unfold(2, w, 1)
    return (windows * K[:, None, None]).sum((0, 3, 4))
