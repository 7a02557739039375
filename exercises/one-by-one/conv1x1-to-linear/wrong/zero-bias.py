"""
en: >-
  Your layer adds nothing where the convolution adds its bias. The weights are right. Most often the layer is
  built with bias=False, or its bias is set to zero. Check that conv.bias is copied, where there is one.
zh: >-
  卷积要加上偏置的地方，你的层什么也没加。权重是对的。常见的原因是建层时写了 bias=False，或者把偏置置零了。请检查：只要 conv 有偏置，就要把 conv.bias 复制过去。
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    with torch.no_grad():
        L.weight.copy_(conv.weight[:, :, 0, 0])
        if conv.bias is not None:
            L.bias.zero_()
    return L
