"""
en: >-
  The kernel holds whole numbers, and a float tensor is asked for. An integer kernel cannot be multiplied into a
  float image by the layers of PyTorch. Check how the tensor is made: torch.tensor([1, −2, 1]) is int64, with
  1.0 or dtype=torch.float32 it is float.
zh: >-
  卷积核是整数张量，而题目要求浮点张量。PyTorch 的层无法让整数卷积核与浮点图像相乘。请检查张量是怎样创建的：torch.tensor([1, −2, 1]) 是 int64，写成 1.0 或加上 dtype=torch.float32 才是浮点数。
"""

import math

import torch


def derivative_kernel(d):
    return torch.tensor([(-1) ** (d - i) * math.comb(d, i) for i in range(d + 1)])
