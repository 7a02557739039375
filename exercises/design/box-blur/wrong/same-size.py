"""
en: >-
  You padded the image with zeros, and they are averaged in. So the border gets darker, and Y has
  another size. Only windows that lie wholly inside X count. Check for padding.
zh: >-
  你给图像填充了零，它们也被算进了平均值。于是边缘变暗，Y 的尺寸也变了。只有完全落在 X 内部的窗口才算。请检查是否用了填充。
look: '^[^#]*(pad|same)'
"""

import torch
from torch.nn import functional as F


def box_blur(X, k):
    P = F.pad(X, ((k - 1) // 2, k // 2, (k - 1) // 2, k // 2))
    return F.avg_pool2d(P[None, None], k, 1)[0, 0]
