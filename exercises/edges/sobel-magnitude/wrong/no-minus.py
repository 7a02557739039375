"""
en: >-
  One of the two kernels gives no difference but a sum. Its entries add up to 8, so it answers even where the
  image is flat; both Sobel kernels add up to 0. Most often the minus signs are missing in the kernel that was
  typed by hand. Check its numbers against across.T.
zh: >-
  两个核中有一个算的不是差，而是和。它的各元素之和为 8，连平坦的地方也有响应；而两个 Sobel 核的元素之和都是 0。最常见的原因是手工输入的核漏掉了负号。请对照 across.T 检查里面的数。
"""

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx, gy = F.conv2d(X[None, None], torch.stack([across, across.T])[:, None])[0]
    gy = F.conv2d(X[None, None], across.T.abs()[None, None])[0, 0]
    return (gx**2 + gy**2).sqrt()
