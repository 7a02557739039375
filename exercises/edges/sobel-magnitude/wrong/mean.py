"""
en: >-
  Your values are too small by a factor of √2. A mean of gx² and gy² does that: Pythagoras adds the two squares
  and does not halve the sum. Check for mean where sum is meant.
zh: >-
  你的值是应有值的 1/√2。对 gx² 与 gy² 取平均就会这样：勾股定理把两个平方相加，并不除以 2。请检查是否把 sum 写成了 mean。
look: 'mean|/ *2|0[.]5'
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    return ((gx**2 + gy**2) / 2).sqrt()
