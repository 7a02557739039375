# mistake: forgot-bias
# meant: copies the weight, leaves the bias as it starts

import torch
from torch import nn


def to_linear(conv):
    co, ci = conv.weight.shape[:2]
    lin = nn.Linear(ci, co, bias=conv.bias is not None)
    with torch.no_grad():
        lin.weight.copy_(conv.weight[:, :, 0, 0])
    return lin
