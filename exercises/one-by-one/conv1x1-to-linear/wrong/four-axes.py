"""
en: >-
  The weight of your layer still has four axes. nn.Linear needs a matrix of shape (co, ci). Check what becomes
  of conv.weight: conv.weight[:, :, 0, 0] drops the two axes of size 1.
zh: >-
  你的层的权重仍有四个维度，而 nn.Linear 需要形状为 (co, ci) 的矩阵。请检查 conv.weight 变成了什么：conv.weight[:, :, 0, 0] 会去掉两个大小为 1 的维度。
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    with torch.no_grad():
        L.weight.copy_(conv.weight)
        if conv.bias is not None:
            L.bias.copy_(conv.bias)
    return L
