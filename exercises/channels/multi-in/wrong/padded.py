r"""
en: >-
  You padded X with a rim of zeros. No padding is asked for: only windows that lie wholly inside X count. Check
  the size of Y: for a 3×3 image and a 2×2 kernel it is 2×2.
zh: >-
  你在 X 的四周填充了一圈零。本题不要求填充：只有完全落在 X 内部的窗口才算。请检查 Y 的尺寸：3×3 的图像配 2×2 的核，应得到 2×2。
look: '^[^#]*\bpad'
"""

import torch
from torch.nn import functional as F


def corr2d_multi_in(X, K):
    return F.conv2d(X[None], K[None], padding=1)[0, 0]
