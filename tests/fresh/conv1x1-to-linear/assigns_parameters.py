# mistake: shared | shared-bias
# meant: assigns the convolution's own parameters
import torch
from torch import nn


def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    L.weight = nn.Parameter(conv.weight[:, :, 0, 0])
    L.bias = conv.bias
    return L
