r"""
en: >-
  A slice with a negative step does not work on tensors. K[::-1] is fine for lists and NumPy arrays; PyTorch
  raises “step must be greater than zero”. Check the flip: K.flip(0, 1) reverses both axes.
zh: >-
  张量不支持负步长的切片。K[::-1] 可以用于列表和 NumPy 数组；PyTorch 则会报错 “step must be greater than zero”。请检查翻转的写法：K.flip(0, 1) 把两个轴都倒过来。
look: '::\s*-'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    return F.conv2d(X[None, None], K[::-1, ::-1][None, None])[0, 0]
