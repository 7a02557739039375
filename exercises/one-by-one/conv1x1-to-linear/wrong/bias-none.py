"""
en: >-
  conv.bias is None where the convolution has no bias, and None cannot be copied. Then the linear layer may have
  none either. Check for if conv.bias is not None.
zh: >-
  卷积不带偏置时，conv.bias 是 None，而 None 无法复制；这时全连接层也不应有偏置。请检查是否写了 if conv.bias is not None。
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels)
    with torch.no_grad():
        L.weight.copy_(conv.weight[:, :, 0, 0])
        L.bias.copy_(conv.bias)
    return L
