"""
en: >-
  You multiplied gx and gy. The product is 0 as soon as one of them is 0, so edges along an axis vanish. Check
  the last step: square both, add, then take the root.
zh: >-
  你把 gx 与 gy 相乘了。只要其中一个为 0，乘积就是 0，与坐标轴平行的边缘就消失了。请检查最后一步：各自平方，相加，再开平方。
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    return gx * gy
