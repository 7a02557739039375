r"""
en: >-
  Each value is the maximum of its window, not the average. That is max pooling, and no convolution can do it.
  Check which function goes over the window.
zh: >-
  每个值是窗口的最大值，而不是平均值。这是最大池化，任何卷积都做不到。请检查对窗口用的是哪个函数。
look: '^[^#]*(max_pool|MaxPool|amax|\.max\()'
"""

import torch
from torch.nn import functional as F


def box_blur(X, k):
    return F.max_pool2d(X[None, None], k, 1)[0, 0]
