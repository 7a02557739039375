"""
en: >-
  The entries of your kernel sum to 8. On x² it gives 2, but on a constant image it gives 8 where a derivative
  must give 0. Most often the minus in the middle is missing. Check the middle: it must balance the
  neighbours.
zh: >-
  你的卷积核各元素之和为 8。它对 x² 给出 2，可是对常数图像给出 8，而导数必须给出 0。最常见的原因是中心漏了负号。请检查中心：它要与邻居抵消。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[0.0, 1.0, 0.0], [1.0, 4.0, 1.0], [0.0, 1.0, 0.0]])
