"""
en: >-
  The same kernel is used twice. So your result is |gx| or |gy| times √2, and edges along the other direction
  are missing. A kernel that is only flipped measures the same direction; its transpose measures the other one.
  Check the second kernel.
zh: >-
  同一个核用了两次。于是结果是 |gx| 或 |gy| 的 √2 倍，另一个方向的边缘不见了。只把核翻转，量的仍是同一方向；转置才是另一个方向。请检查第二个核。
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across])[:, None])[0]
    return (gx**2 + gy**2).sqrt()
