"""
en: >-
  Your kernel has four axes: 1×1×3×3. That is what F.conv2d wants to see, but here the kernel itself is asked
  for, with rows and columns. Check for [None, None] or reshape, and leave it out.
zh: >-
  你的卷积核有四个维度：1×1×3×3。F.conv2d 要的是这种形状，而这里要的是卷积核本身，只有行和列。请检查是否用了 [None, None] 或 reshape，去掉它。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[[[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]]]])
