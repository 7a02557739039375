# mistake: always-bias
# meant: makes a layer with a bias always

import torch
from torch import nn


def to_linear(conv):
    out, inp = conv.out_channels, conv.in_channels
    layer = nn.Linear(inp, out)
    with torch.no_grad():
        layer.weight.copy_(conv.weight.squeeze(-1).squeeze(-1))
        if conv.bias is not None:
            layer.bias.copy_(conv.bias)
        else:
            layer.bias.zero_()
    return layer
