"""
en: >-
  The numbers are right, but the kernel has two axes. A one-dimensional kernel has the shape (d + 1,), not (1, d
  + 1). Check for one pair of brackets too many, or a reshape.
zh: >-
  数值是对的，但卷积核有两个维度。一维卷积核的形状是 (d + 1,)，而不是 (1, d + 1)。请检查是否多写了一层方括号，或用了 reshape。
"""

import math

import torch


def derivative_kernel(d):
    return torch.tensor([[(-1.0) ** (d - i) * math.comb(d, i) for i in range(d + 1)]])
