"""
en: >-
  The squares are missing under the root. The length is √(gx² + gy²); without the squares, large values count
  too little, and where the sum is negative the root is NaN. Check what stands under the root.
zh: >-
  根号下少了平方。长度是 √(gx² + gy²)；不平方，大的值就算得太少，而和为负时开平方得到 NaN。请检查根号下是什么。
look: 'sqrt|0[.]5'
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    return (-gx - gy).sqrt()
