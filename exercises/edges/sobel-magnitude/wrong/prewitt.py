"""
en: >-
  The weights of your kernels are 1, 1, 1. That is Prewitt. Sobel counts the middle row, or the middle column,
  twice: 1, 2, 1. Check the numbers of both kernels.
zh: >-
  你的核的权重是 1, 1, 1。那是 Prewitt 核。Sobel 核中间的一行（或一列）要算两次：1, 2, 1。请检查两个核里的数。
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    return (gx**2 + gy**2).sqrt()
