"""
en: >-
  Your kernel has one axis only, with three numbers. An image bends along its rows and along its columns, so
  the kernel needs both. Check the shape: place the numbers once in the middle row and once in the middle
  column of a 3×3 kernel.
zh: >-
  你的卷积核只有一维、三个数。图像沿行和沿列都会弯曲，所以两个维度都需要。请检查形状：把这些数在 3×3 的核里横着放一次、竖着放一次。
"""

import torch


def laplacian_kernel():
    return torch.tensor([1.0, -2.0, 1.0])
