"""
en: >-
  Your kernel has the wrong sign. On x² it gives −2 instead of 2. A valley like x² curves upwards, so its second
  derivative is positive: the neighbours count plus, the middle minus. Check the middle of the kernel.
zh: >-
  卷积核的符号反了。它在 x² 上给出 −2，而不是 2。x² 像山谷一样向上弯，二阶导数为正：邻居取正，中心取负。请检查卷积核的中心。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[0.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 0.0]])
