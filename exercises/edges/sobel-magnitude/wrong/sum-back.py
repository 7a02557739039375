"""
en: >-
  You added gx and gy as they are. That is one more kernel, Kx + Ky, and for it some diagonal edges vanish: the
  two cancel. Check the last step: square both before you add, then take the root.
zh: >-
  你直接把 gx 与 gy 相加。这等于又一个核 Kx + Ky，某些对角线边缘会因为两者抵消而消失。请检查最后一步：先各自平方再相加，然后开平方。
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    return -gx - gy
