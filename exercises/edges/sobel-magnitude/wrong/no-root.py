"""
en: >-
  The square root is missing. Your values are the squares of what is asked for: the length of the gradient is
  √(gx² + gy²). Check the last step.
zh: >-
  少了开平方。你的值是所求值的平方：梯度的长度是 √(gx² + gy²)。请检查最后一步。
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    return gx**2 + gy**2
