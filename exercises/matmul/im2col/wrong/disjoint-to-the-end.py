"""
en: >-
  The windows do not overlap. They move by their own size, as in pooling, so most of them are missing. Check the
  loops: the next window begins one pixel further.
zh: >-
  窗口之间没有重叠。它们每次移动自身的大小，就像池化那样，于是少了大多数窗口。请检查循环：下一个窗口只前进一个像素。
"""

import torch


def im2col(X, h, w):
    H, W = X.shape
    starts = [(i, j) for i in range(0, H, h) for j in range(0, W, w)]
    return torch.stack([X[i : i + h, j : j + w].reshape(-1) for i, j in starts])
