# mistake: shared
# meant: puts conv's own numbers into the layer

import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    L.weight.data = conv.weight.data.view(conv.out_channels, conv.in_channels)
    if conv.bias is not None:
        L.bias.data = conv.bias.data
    return L
