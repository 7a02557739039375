"""
en: >-
  Your kernel differentiates in one direction only. It answers to x², but y² leaves it silent: the second
  derivative along the columns is missing. Check what the kernel does with the pixels above and below.
zh: >-
  你的卷积核只在一个方向上求导。它对 x² 有响应，对 y² 却没有：缺少沿列方向的二阶导数。请检查卷积核怎样处理上下的像素。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[1.0, -2.0, 1.0]]).repeat(3, 1)
