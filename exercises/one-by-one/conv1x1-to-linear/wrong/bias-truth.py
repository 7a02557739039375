"""
en: >-
  A tensor with several numbers is neither true nor false. if conv.bias: asks for such a truth value and raises
  an error. Check how you ask whether there is a bias: conv.bias is not None.
zh: >-
  含有好几个数的张量，既不是真也不是假。if conv.bias: 问的正是它的真假，于是报错。请检查是怎样判断有没有偏置的：应当写 conv.bias is not None。
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=bool(conv.bias))
    with torch.no_grad():
        L.weight.copy_(conv.weight[:, :, 0, 0])
        if conv.bias:
            L.bias.copy_(conv.bias)
    return L
