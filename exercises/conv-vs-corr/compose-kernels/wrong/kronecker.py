"""
en: >-
  You put copies of A side by side, without overlap. That is the Kronecker product, of h1·h2 rows. The window
  moves on by one pixel only, so the copies overlap and their sums count: h1 + h2 − 1 rows. Check how far each
  copy is shifted.
zh: >-
  你把 A 的各份副本并排放置，没有重叠。那是克罗内克积，有 h1·h2 行。窗口每次只移动一个像素，所以各份副本互相重叠，重叠处要相加：共 h1 + h2 − 1 行。请检查每份副本平移了多少。
look: 'kron'
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    return torch.kron(B, A)
