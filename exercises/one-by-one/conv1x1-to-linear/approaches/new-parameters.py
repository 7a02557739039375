"""
en: New parameters from clones replace those of the new layer; without clone both layers would share their numbers, and training one would change the other.
zh: 用克隆出来的数做成新参数，换掉新层原有的参数；不 clone 的话，两层共用同一份数，训练一个就会改动另一个。
"""

import torch
from torch import nn


def to_linear(conv):
    layer = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    layer.weight = nn.Parameter(conv.weight.detach()[:, :, 0, 0].clone())
    if conv.bias is not None:
        layer.bias = nn.Parameter(conv.bias.detach().clone())
    return layer
