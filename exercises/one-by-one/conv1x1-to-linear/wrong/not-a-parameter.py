"""
en: >-
  A plain tensor cannot take the place of a parameter. L.weight is an nn.Parameter, and a module accepts nothing
  else under that name. Check the assignment: write the numbers into it with copy_ under torch.no_grad(), or
  wrap a clone in nn.Parameter(…).
zh: >-
  普通张量不能顶替参数。L.weight 是 nn.Parameter，模块在这个名字下不接受别的东西。请检查赋值的那一行：在 torch.no_grad() 下用 copy_ 写入，或者用 nn.Parameter(…) 包住一个 clone。
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    L.weight = conv.weight[:, :, 0, 0].detach().clone()
    if conv.bias is not None:
        L.bias = conv.bias.detach().clone()
    return L
