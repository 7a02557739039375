r"""
en: >-
  X @ K is not a correlation. It multiplies whole rows of X with columns of K, and mostly the shapes do not even
  fit. First every window has to become one row of a new matrix. Check what stands on the left of the @.
zh: >-
  X @ K 并不是互相关。它拿 X 的整行去乘 K 的列，而且形状往往根本对不上。必须先把每个窗口变成新矩阵的一行。请检查 @ 左边是什么。
look: '^[^#]*(\bX\s*@\s*K\b|(matmul|mm)\(\s*X\s*,\s*K\s*\))'
"""

import torch


def conv2d_by_mul(X, K):
    return X @ K
