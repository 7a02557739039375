"""
en: Build the layer and count its numbers; good for checking any formula, though it fills them all with random values first.
zh: 建出这一层，再数它的参数个数；适合用来检验任何公式，只是要先给所有参数填上随机数。
"""

import torch
from torch import nn


def conv_params(c_in, c_out, k, bias):
    layer = nn.Conv2d(c_in, c_out, tuple(k), bias=bias)
    return sum(parameter.numel() for parameter in layer.parameters())
