# mistake: squeezed
# meant: squeeze() also drops the channel axes when there is one channel
import copy
import torch
from torch import nn

def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=(conv.bias is not None))
    L.weight = nn.Parameter(conv.weight.clone().detach().squeeze())
    if conv.bias is not None:
        L.bias = nn.Parameter(conv.bias.clone().detach())
    return L
