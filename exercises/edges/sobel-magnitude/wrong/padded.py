"""
en: >-
  Your result is as large as the image. Nothing is padded here: a 6×8 image has 4×6 places for a 3×3 window. At
  the border, padding with zeros would find an edge that is not there. Check for padding=1 or padding='same'.
zh: >-
  你的结果与图像一样大。本题不做填充：6×8 的图像里，3×3 的窗口有 4×6 个位置。用零填充，还会在边界上找出并不存在的边缘。请检查是否写了 padding=1 或 padding='same'。
look: 'pad'
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None], padding=1)[0]
    return (gx**2 + gy**2).sqrt()
