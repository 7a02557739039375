"""
en: >-
  The bias is missing. The weights are right, but L still has the random bias that it was born with. Check that
  conv.bias is copied too, where there is one.
zh: >-
  偏置没有复制。权重是对的，但 L 的偏置仍是创建时的随机数。请检查：只要 conv 有偏置，就要把 conv.bias 也复制过去。
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    with torch.no_grad():
        L.weight.copy_(conv.weight[:, :, 0, 0])
    return L
