"""
en: >-
  Your image holds whole numbers, and a float tensor is asked for. torch.arange(9) and torch.tensor([[1, 0],
  …]) make int64. Check how the tensor is made: append .float(), or write 1.0.
zh: >-
  你的图像是整数张量，而题目要求浮点张量。torch.arange(9) 和 torch.tensor([[1, 0], …]) 得到的都是 int64。请检查张量是怎样创建的：在后面加上 .float()，或写成 1.0。
"""

import torch


def counterexample(n):
    return torch.arange(n * n).reshape(n, n)
