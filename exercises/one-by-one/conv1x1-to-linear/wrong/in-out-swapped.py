"""
en: >-
  Inputs and outputs are swapped. nn.Linear wants the number of inputs first: nn.Linear(conv.in_channels,
  conv.out_channels). The shape of its weight is the other way round, (co, ci). Check the line that builds the
  layer.
zh: >-
  输入和输出写反了。nn.Linear 的第一个参数是输入数：nn.Linear(conv.in_channels, conv.out_channels)；而权重的形状正相反，是 (co, ci)。请检查建层的那一行。
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.out_channels, conv.in_channels, bias=conv.bias is not None)
    with torch.no_grad():
        L.weight.copy_(conv.weight[:, :, 0, 0])
        if conv.bias is not None:
            L.bias.copy_(conv.bias)
    return L
