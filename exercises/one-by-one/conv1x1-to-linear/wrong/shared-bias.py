"""
en: >-
  Both layers use the same bias in memory. The outputs are right and the weights are a copy, but when one layer
  is trained, the bias of the other changes with it. Check for copy_ or clone() on the way from conv.bias to L.
zh: >-
  两层共用内存中的同一个偏置。输出是对的，权重也复制了，但训练其中一层，另一层的偏置也会跟着变。请检查从 conv.bias 到 L 的途中是否用了 copy_ 或 clone()。
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    with torch.no_grad():
        L.weight.copy_(conv.weight[:, :, 0, 0])
    L.bias = conv.bias
    return L
