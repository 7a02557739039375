"""
en: >-
  Your kernel is twice as strong as it should be. On x² it gives 4 instead of 2. The four corners with −4 in
  the middle do that, and so does the kernel with four neighbours, doubled. Check what happens when you
  divide it by 2.
zh: >-
  你的卷积核给出的结果是应有值的两倍。它对 x² 给出 4，而不是 2。四个角取 1、中心取 −4 就会这样；把四个邻居的核加倍也会这样。请检查除以 2 之后会怎样。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[1.0, 0.0, 1.0], [0.0, -4.0, 0.0], [1.0, 0.0, 1.0]])
