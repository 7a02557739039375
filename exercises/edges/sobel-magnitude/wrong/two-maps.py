"""
en: >-
  You return gx and gy side by side, without joining them. Two kernels give two channels; the length makes one
  number of the two at each place. Check the shape: it should be (H − 2, W − 2).
zh: >-
  你把 gx 和 gy 并排返回，没有合并。两个核给出两个通道；长度是每一处由这两个数算出的一个数。请检查形状：应为 (H − 2, W − 2)。
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    return F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
