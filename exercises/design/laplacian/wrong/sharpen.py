"""
en: >-
  The entries of your kernel sum to 1. So a constant image stays as it is, where a derivative must give 0.
  Sharpening kernels are made that way: the picture itself minus its Laplacian. Check the middle: it must balance
  the neighbours exactly.
zh: >-
  你的卷积核各元素之和为 1。于是常数图像保持原样，而导数应当给出 0。锐化核就是这样构成的：原图减去它的拉普拉斯。请检查中心：它必须恰好与邻居相抵。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[0.0, -1.0, 0.0], [-1.0, 5.0, -1.0], [0.0, -1.0, 0.0]])
