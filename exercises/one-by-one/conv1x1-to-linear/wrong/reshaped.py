"""
en: >-
  The numbers of the weight are in the wrong order. conv.weight already has its outputs first, as nn.Linear has:
  exchanging the axes and giving the result its old shape again with reshape mixes them up. Check what happens
  to conv.weight: dropping the last two axes is enough.
zh: >-
  权重的数排错了次序。conv.weight 本来就是输出在前，与 nn.Linear 一样：先交换维度，再用 reshape 变回原来的形状，就把它们打乱了。请检查对 conv.weight 做了什么：去掉最后两维就够了。
"""

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    with torch.no_grad():
        L.weight.copy_(conv.weight[:, :, 0, 0].t().reshape(L.weight.shape))
        if conv.bias is not None:
            L.bias.copy_(conv.bias)
    return L
