# mistake: none
# meant: returns the linear layer wrapped in a Sequential with the permutes forgotten
import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    L.weight.data = conv.weight.data[:, :, 0, 0].clone()
    if conv.bias is not None:
        L.bias.data = conv.bias.data.clone()
    return nn.Sequential(L)
