"""
en: >-
  Your kernel has the wrong sign and three times the strength. On x² it gives −6 instead of 2. The well-known edge
  kernel with 8 in the middle and −1 around does that: it is −3 times a Laplacian. Check what you must divide it
  by.
zh: >-
  卷积核的符号反了，大小又是应有值的三倍。它在 x² 上给出 −6，而不是 2。中心为 8、四周为 −1 的常见边缘核就是这样：它是拉普拉斯核的 −3 倍。请看看应当除以多少。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[-1.0, -1.0, -1.0], [-1.0, 8.0, -1.0], [-1.0, -1.0, -1.0]])
