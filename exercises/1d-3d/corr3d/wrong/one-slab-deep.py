"""
en: >-
  You used the first slices of X only. The kernel lies at depth 0 and never slides any deeper, so the result is
  a single picture. Most often there is no loop over the depth, or a zip that ends with the last slice of K.
  Check how far the window gets along the depth: there are D − d + 1 places.
zh: >-
  你只用到了 X 最前面的几层。卷积核停在深度 0 处，没有再往深处滑动，所以结果只是一幅图。多半是缺少沿深度的循环，或者 zip 到 K 的最后一层就结束了。请检查窗口沿深度移动到哪里：共有 D − d + 1 个位置。
"""

import torch


def corr3d(X, K):
    d, h, w = K.shape
    windows = X[:d].unfold(1, h, 1).unfold(2, w, 1)
    return (windows * K[:, None, None]).sum((0, 3, 4))[None]
