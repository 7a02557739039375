"""
en: >-
  The weights of your kernels are 3, 10, 3. That is Scharr, which treats all directions more evenly. Sobel uses
  1, 2, 1. Check the numbers of both kernels.
zh: >-
  你的核的权重是 3, 10, 3。那是 Scharr 核，它对各个方向更均匀。Sobel 核用的是 1, 2, 1。请检查两个核里的数。
look: '10'
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-3.0, 0.0, 3.0], [-10.0, 0.0, 10.0], [-3.0, 0.0, 3.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    return (gx**2 + gy**2).sqrt()
