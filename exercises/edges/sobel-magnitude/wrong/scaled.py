"""
en: >-
  Your values are too small by a factor of 8. Dividing the kernels by 8 makes each of them an average slope,
  which is useful, but here they are asked for as they stand. Check for a division.
zh: >-
  你的值是应有值的 1/8。把核除以 8，得到的是平均坡度，有时很有用；但本题要用原样的核。请检查是否做了除法。
look: '/ *8|0[.]125'
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    return (gx**2 + gy**2).sqrt() / 8
