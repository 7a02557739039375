"""
en: >-
  You subtract the squares: gx² − gy². Under the root that is NaN wherever gy is the larger one. Pythagoras
  adds them. Check the sign between the two squares.
zh: >-
  你把两个平方相减了：gx² − gy²。凡是 gy 较大的地方，根号下就是负数，结果成了 NaN。勾股定理是相加。请检查两个平方之间的符号。
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    return (gx**2 - gy**2).sqrt()
