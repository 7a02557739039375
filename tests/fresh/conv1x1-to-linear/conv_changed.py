# mistake: conv-changed
# meant: gives the convolution's own weight a new shape
import torch
from torch import nn

def to_linear(conv):
    L = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    conv.weight.data = conv.weight.data.squeeze(-1).squeeze(-1)
    L.load_state_dict(conv.state_dict())
    return L
