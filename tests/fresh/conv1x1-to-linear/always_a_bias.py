# mistake: always-bias
# meant: builds the layer with the default bias and copies it only if there is one
import torch
from torch import nn


def to_linear(conv):
    linear = nn.Linear(conv.in_channels, conv.out_channels)
    linear.weight = nn.Parameter(conv.weight.detach().clone()[:, :, 0, 0])
    if conv.bias is not None:
        linear.bias = nn.Parameter(conv.bias.detach().clone())
    return linear
