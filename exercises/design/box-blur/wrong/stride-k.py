"""
en: >-
  The window jumps by its own size. That is what average pooling does unless told otherwise: F.avg_pool2d(X, k)
  has stride k. Here the next window begins one pixel further. Check the stride.
zh: >-
  窗口每次跳过自身的大小。平均池化默认就是这样：F.avg_pool2d(X, k) 的步幅为 k。这里下一个窗口只前进一个像素。请检查步幅。
look: '^[^#]*(avg_pool|AvgPool|AvgPool2d)'
"""

import torch
from torch.nn import functional as F


def box_blur(X, k):
    return F.avg_pool2d(X[None, None], k)[0, 0]
