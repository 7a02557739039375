"""
en: >-
  Your kernel is three times as strong as it should be. On x² it gives 6 instead of 2. That is what all eight
  neighbours with −8 in the middle do: each of the three rows finds the 2 once more. For finding edges it is fine.
  Check what happens when you divide it by 3.
zh: >-
  你的卷积核给出的结果是应有值的三倍。它在 x² 上给出 6，而不是 2。八个邻居都取 1、中心取 −8 就是这样：三行各得一次 2。用来找边缘，这没有问题。请看看除以 3 之后会怎样。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[1.0, 1.0, 1.0], [1.0, -8.0, 1.0], [1.0, 1.0, 1.0]])
