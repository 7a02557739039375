"""
en: >-
  One of your two results is transposed, so the two do not fit together. gx has H − 2 rows and W − 2 columns,
  the other one W − 2 rows and H − 2 columns. Check what .T stands behind: transpose the kernel, across.T, and
  slide it over X as it is.
zh: >-
  两个结果中有一个是转置的，所以对不上。gx 有 H − 2 行、W − 2 列，另一个却有 W − 2 行、H − 2 列。请检查 .T 写在了什么后面：要转置的是卷积核，即 across.T，再让它在原来的 X 上滑动。
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    return (gx**2 + gx.T**2).sqrt()
