"""
en: >-
  Only one of the two directions is in your result. A single Sobel kernel is blind to the edges that run along
  its direction. Check that both kernels slide over X, and that both results stand under the root.
zh: >-
  你的结果里只有两个方向中的一个。单独一个 Sobel 核，看不见与它的方向平行的边缘。请检查两个核是否都在 X 上滑动，两个结果是否都在根号下。
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    return -gx
