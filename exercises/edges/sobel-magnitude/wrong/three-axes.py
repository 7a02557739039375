"""
en: >-
  Your result has more than two axes. F.conv2d asks for batch and channel in front, both of size 1, and both
  must come off again after the call. Check the shape: [0, 0] leaves (H − 2, W − 2).
zh: >-
  你的结果多于两个轴。F.conv2d 要求前面有批量轴和通道轴，大小都是 1；调用之后两个都要去掉。请检查形状：用 [0, 0] 就剩下 (H − 2, W − 2)。
look: 'conv'
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    return (gx**2 + gy**2).sqrt()[None]
