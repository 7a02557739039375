# mistake: forgot-bias
# meant: copies only the weight; the bias stays as it was drawn
import torch
from torch import nn

def to_linear(conv):
    co, ci, _, _ = conv.weight.shape
    lin = nn.Linear(ci, co, bias=conv.bias is not None)
    with torch.no_grad():
        lin.weight.copy_(conv.weight.reshape(co, ci))
    return lin
