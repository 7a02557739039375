r"""
en: >-
  The rows of your matrix are not windows. F.unfold returns one window in each column; reshape keeps the order of
  the numbers and only cuts them into new rows, so that numbers of different windows are mixed. Check that step:
  .T or .transpose exchanges rows and columns.
zh: >-
  你的矩阵的各行并不是窗口。F.unfold 的每一列才是一个窗口；reshape 只保持数的先后顺序、重新分行，于是不同窗口的数混在了一起。请检查这一步：.T 或 .transpose 才会交换行与列。
look: '^[^#]*\bunfold\('
"""

import torch
from torch.nn import functional as F


def conv2d_by_mul(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    A = F.unfold(X[None, None], (h, w))[0].reshape(H * W, h * w)
    return (A @ K.reshape(-1, 1)).reshape(H, W)
