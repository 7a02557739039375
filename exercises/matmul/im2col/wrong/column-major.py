"""
en: >-
  The windows are in the wrong order. They go down the columns of the image first; they should go along its
  rows. Check the order of the loops: j changes fastest.
zh: >-
  窗口的次序不对。它们先沿图像的列向下走，而应当沿行走。请检查循环的次序：变得最快的应是 j。
"""

import torch


def im2col(X, h, w):
    down, right = X.shape[0] - h + 1, X.shape[1] - w + 1
    rows = [X[i : i + h, j : j + w].reshape(-1) for j in range(right) for i in range(down)]
    return torch.stack(rows)
