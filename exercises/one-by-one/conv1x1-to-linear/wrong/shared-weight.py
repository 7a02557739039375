"""
en: >-
  Both layers use the same weights in memory. The outputs are right and the bias is a copy, but when one layer
  is trained, the weights of the other change with it: an index, squeeze, reshape, .data and nn.Parameter(…)
  make no copy. Check for copy_ or clone() on the way from conv.weight to L.
zh: >-
  两层共用内存中的同一组权重。输出是对的，偏置也复制了，但训练其中一层，另一层的权重也会跟着变：取下标、squeeze、reshape、.data 和 nn.Parameter(…) 都不会复制。请检查从 conv.weight 到 L 的途中是否用了 copy_ 或 clone()。
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    L.weight = nn.Parameter(conv.weight[:, :, 0, 0])
    if conv.bias is not None:
        L.bias = nn.Parameter(conv.bias.detach().clone())
    return L
