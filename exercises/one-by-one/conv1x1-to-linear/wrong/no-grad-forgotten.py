"""
en: >-
  Autograd refuses to let a parameter be overwritten. A leaf that requires a gradient may be changed in place
  only while nothing is recorded. Check that copy_ stands within with torch.no_grad():.
zh: >-
  自动求导不允许直接改写参数。需要梯度的叶子张量，只有在不记录计算时才能就地修改。请检查 copy_ 是否写在 with torch.no_grad(): 里面。
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    L.weight.copy_(conv.weight[:, :, 0, 0])
    if conv.bias is not None:
        L.bias.copy_(conv.bias)
    return L
