r"""
en: >-
  You padded X with a rim of zeros. No padding is asked for: only windows that lie wholly inside X count.
  Check the size of the maps: for a 3×3 image and 2×2 kernels it is 2×2.
zh: >-
  你给 X 的四周补了一圈零。本题不要填充：只有完全落在 X 之内的窗口才算。请检查各张图的尺寸：3×3 的图像与 2×2 的核得到 2×2。
look: '^[^#]*\b(pad\(|padding\s*=)'
"""

import torch
from torch.nn import functional as F


def corr2d_multi_in_out(X, K):
    return F.conv2d(X[None], K, padding=1)[0]
