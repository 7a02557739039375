# mistake: transposed
# meant: believes that nn.Linear keeps its weight as (in, out)
import torch
from torch import nn


def to_linear(conv):
    has_bias = conv.bias is not None
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=has_bias)
    with torch.no_grad():
        L.weight.copy_(conv.weight[:, :, 0, 0].T)
        if has_bias:
            L.bias.copy_(conv.bias)
    return L
