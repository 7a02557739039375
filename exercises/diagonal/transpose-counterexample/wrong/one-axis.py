"""
en: >-
  Your tensor has one axis only. An image has two, rows and columns: n of each. Check the shape that you
  return: reshape(n, n) needs n · n numbers.
zh: >-
  你的张量只有一个轴。图像有行、列两个轴，各 n 个。请检查返回的形状：reshape(n, n) 需要 n · n 个数。
"""

import torch


def counterexample(n):
    return torch.arange(n).float()
