"""
en: >-
  Your layer has a bias where the convolution has none. nn.Linear makes one unless it is told not to, and fills
  it with random numbers. Check how the layer is built: bias=conv.bias is not None.
zh: >-
  卷积没有偏置，你的层却有。如果不特别说明，nn.Linear 就会带上偏置，并填入随机数。请检查建层的那一行：bias=conv.bias is not None。
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels)
    with torch.no_grad():
        L.weight.copy_(conv.weight[:, :, 0, 0])
        if conv.bias is not None:
            L.bias.copy_(conv.bias)
    return L
