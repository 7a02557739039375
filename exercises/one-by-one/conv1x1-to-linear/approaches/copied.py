"""
en: "Weight and bias one by one, with copy_ where nothing is recorded."
zh: 逐项复制：在不记录计算的地方用 copy_ 写入权重和偏置。
"""

import torch
from torch import nn


def to_linear(conv):
    layer = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    with torch.no_grad():
        layer.weight.copy_(conv.weight[:, :, 0, 0])
        if conv.bias is not None:
            layer.bias.copy_(conv.bias)
    return layer
