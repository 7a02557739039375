"""
en: >-
  Your kernel holds whole numbers, and a float tensor is asked for. torch.tensor([[0, 1, 0], …]) makes int64,
  which the layers of PyTorch cannot slide over a float image. Check how the tensor is made: write 1.0, or
  append .float().
zh: >-
  你的卷积核是整数张量，而题目要求浮点张量。torch.tensor([[0, 1, 0], …]) 得到的是 int64，PyTorch 的层无法让它在浮点图像上滑动。请检查张量是怎样创建的：写成 1.0，或在后面加上 .float()。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[0, 1, 0], [1, -4, 1], [0, 1, 0]])
