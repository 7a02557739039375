"""
en: "Build the layer and ask it."
zh: 把这一层建出来，直接问它。
"""

import torch
from torch import nn


def conv_params(c_in, c_out, k, bias):
    layer = nn.Conv2d(c_in, c_out, tuple(k), bias=bias)
    return sum(parameter.numel() for parameter in layer.parameters())
