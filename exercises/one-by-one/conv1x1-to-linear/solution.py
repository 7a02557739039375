import torch
from torch import nn


def to_linear(conv):
    """The weight without its two axes of size 1; load_state_dict copies."""
    layer = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    numbers = {name: tensor.flatten(1) if name == "weight" else tensor for name, tensor in conv.state_dict().items()}
    layer.load_state_dict(numbers)
    return layer
