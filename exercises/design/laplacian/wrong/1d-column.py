"""
en: >-
  Your kernel differentiates in one direction only. It answers to y², but x² leaves it silent: the second
  derivative along the rows is missing. Check what the kernel does with the pixels at the left and the right.
zh: >-
  你的卷积核只在一个方向上求导。它对 y² 有反应，对 x² 却毫无反应：少了沿行方向的二阶导数。请检查卷积核是怎样处理左边和右边像素的。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[1.0], [-2.0], [1.0]])
