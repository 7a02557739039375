"""
en: Send nothing, then each channel alone, through the convolution; its answers are the bias and the columns of the weight, whatever shape they are stored in.
zh: 先送入全零，再让每个通道单独为 1 送入卷积；输出就给出偏置和权重的各列，不必管它们以什么形状存放。
"""

import torch
from torch import nn


def to_linear(conv):
    layer = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    with torch.no_grad():
        nothing = conv(torch.zeros(1, conv.in_channels, 1, 1)).flatten(1)
        each = conv(torch.eye(conv.in_channels)[:, :, None, None]).flatten(1)
        layer.weight.copy_((each - nothing).T)
        if conv.bias is not None:
            layer.bias.copy_(nothing[0])
    return layer
