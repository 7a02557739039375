"""
en: >-
  You took the mean of |gx| and |gy|. The length of the gradient is √(gx² + gy²); the mean is half as large on
  an edge along an axis, and 29 % too small on a diagonal. Check the last step: square both, add, then take
  the root.
zh: >-
  你取的是 |gx| 与 |gy| 的平均值。梯度的长度是 √(gx² + gy²)；对与坐标轴平行的边缘，平均值只有它的一半，在对角线方向则小 29%。请检查最后一步：各自平方，相加，再开平方。
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    return (gx.abs() + gy.abs()) / 2
