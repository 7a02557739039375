r"""
en: >-
  The values are right, but zeros are left over at the end of each axis. Y is as large as X, and there are
  only "length − kernel + 1" places. Check the line that makes Y: its shape is (D − d + 1, H − h + 1, W − w +
  1).
zh: >-
  数值是对的，但每个维度的末尾都多出了零。Y 与 X 一样大，而核只有“长度 − 核长 + 1”个位置。请检查创建 Y 的那一行：形状是 (D − d + 1, H − h + 1, W − w + 1)。
look: '^[^#]*\bzeros'
"""

import torch


def corr3d(X, K):
    Y = torch.zeros_like(X)
    d, h, w = K.shape
    D, H, W = (n - k + 1 for n, k in zip(X.shape, K.shape))
    windows = X.unfold(0, d, 1).unfold(1, h, 1).unfold(2, w, 1)
    Y[:D, :H, :W] = (windows * K).sum((3, 4, 5))
    return Y
