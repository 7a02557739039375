r"""
en: >-
  The weight is transposed. nn.Linear(ci, co) keeps its weight with the shape (co, ci), outputs first, as a
  convolution does. Check for .t(), .T or permute on the way.
zh: >-
  权重被转置了。nn.Linear(ci, co) 的权重形状是 (co, ci)，输出在前，与卷积一样。请检查途中是否用了 .t()、.T 或 permute。
look: '^[^#]*(\.t\(\)|\.T\b|permute|transpose)'
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    with torch.no_grad():
        L.weight.copy_(conv.weight[:, :, 0, 0].t())
        if conv.bias is not None:
            L.bias.copy_(conv.bias)
    return L
