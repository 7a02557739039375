# mistake: bias-none
# meant: assumes that there is a bias
import torch
from torch import nn

def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels)
    with torch.no_grad():
        L.weight.copy_(conv.weight.flatten(1))
        L.bias.copy_(conv.bias)
    return L
