import torch
from torch import nn


def to_linear(conv):
    # conv: nn.Conv2d with a 1×1 kernel, with or without a bias
    # returns an nn.Linear with its own copy of the numbers
    # TODO: build the layer, then copy the weight and the bias into it
    ...
