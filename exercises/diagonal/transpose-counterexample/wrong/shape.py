"""
en: >-
  Your image is not square. For size n it must have n rows and n columns, else X and its transpose cannot even be
  compared. Check the shape that you return.
zh: >-
  你的图像不是方形的。大小为 n 的图像应有 n 行 n 列，否则 X 与它的转置根本无法比较。请检查返回张量的形状。
"""

import torch


def counterexample(n):
    return torch.triu(torch.ones(n, n + 1))
