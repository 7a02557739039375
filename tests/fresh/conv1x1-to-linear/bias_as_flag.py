# mistake: bias-truth
# meant: hands the bias itself to nn.Linear as the flag
import torch
from torch import nn

def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, conv.bias)
    L.weight.data.copy_(conv.weight.data.reshape(L.weight.shape))
    if conv.bias is not None:
        L.bias.data.copy_(conv.bias.data)
    return L
