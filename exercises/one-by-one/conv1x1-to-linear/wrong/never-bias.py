"""
en: >-
  Your layer has no bias, even where the convolution has one. The weights are right, but the outputs lack the
  bias. Check how the layer is built: bias=conv.bias is not None.
zh: >-
  你的层没有偏置，即使卷积带偏置也没有。权重是对的，但输出少了偏置。请检查建层的那一行：bias=conv.bias is not None。
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=False)
    with torch.no_grad():
        L.weight.copy_(conv.weight[:, :, 0, 0])
    return L
