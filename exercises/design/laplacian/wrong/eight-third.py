"""
en: >-
  This is the nine-point Laplacian. All eight neighbours take part, and the division by 3 brings x² back to 2. It
  is as right as the kernel with four neighbours.
zh: >-
  这是九点拉普拉斯核。八个邻居都参与计算，除以 3 使 x² 的结果回到 2。它与只用四个邻居的核同样正确。
accepted: true
"""

import torch


def laplacian_kernel():
    return torch.tensor([[1.0, 1.0, 1.0], [1.0, -8.0, 1.0], [1.0, 1.0, 1.0]]) / 3
