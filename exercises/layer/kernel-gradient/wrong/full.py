r"""
en: >-
  Your result is larger than K. All overlaps of X and dY are counted, also those where dY hangs over the edge;
  that is what padding does, and it belongs to the gradient for X. Check for a padding: only places where dY lies
  wholly inside X count.
zh: >-
  结果比 K 大。你把 X 与 dY 的所有重叠都算上了，包括 dY 伸出边缘的那些。那是填充的效果，属于对 X 的梯度。请检查是否有填充：只有 dY 完全落在 X 内部的位置才算。
look: 'padding\s*=|\bpad\('
"""

import torch
from torch.nn import functional as F


def kernel_grad(X, dY):
    m, n = dY.shape
    return F.conv2d(X[None, None], dY[None, None], padding=(m - 1, n - 1))[0, 0]
