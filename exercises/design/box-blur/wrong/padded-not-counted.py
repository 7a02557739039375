r"""
en: >-
  You padded the image, so Y has another size. The padded pixels are left out of the averages, which is a good
  way to treat a border, but here only windows that lie wholly inside X count. Check for padding.
zh: >-
  你对图像做了填充，Y 的尺寸因此变了。填充的像素没有计入平均值，这是处理边缘的好办法，但这里只有完全落在 X 内部的窗口才算。请检查是否用了填充。
look: '^[^#]*(pad|k\s*//\s*2)'
"""

import torch
from torch.nn import functional as F


def box_blur(X, k):
    return F.avg_pool2d(X[None, None], k, 1, k // 2, count_include_pad=False)[0, 0]
