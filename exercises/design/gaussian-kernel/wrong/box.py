"""
en: >-
  All entries are equal: that is a box blur. It counts the farthest neighbour as much as the nearest, and leaves
  visible blocks. Check whether x, y and sigma enter the entries at all.
zh: >-
  所有元素都相等：这是均值模糊。最远的邻居与最近的同样重要，会留下明显的方块痕迹。请检查 x、y 和 σ 是否真正参与了计算。
"""

import torch


def gaussian_kernel(size, sigma):

    return torch.ones(size, size) / size**2
