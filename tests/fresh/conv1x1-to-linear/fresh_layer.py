# mistake: new-layer
# meant: builds a layer of the right sizes and copies nothing
import torch
from torch import nn

def to_linear(conv):
    # same channels in, same channels out
    return nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
