"""Runs in the cell: builds the convolution, and runs the layer that the entry makes of it. Holds no answer."""

import torch
from torch import nn


def build(weight, bias):
    conv = nn.Conv2d(weight.shape[1], weight.shape[0], 1, bias=bias is not None)
    with torch.no_grad():
        conv.weight.copy_(weight)
        if bias is not None:
            conv.bias.copy_(bias)
    return conv


def run(layer, x):
    return layer(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


def outputs(entry, weight, bias, x):
    """What came back, written as torch writes it, and what it makes of x."""
    layer = entry(build(weight, bias))
    if not isinstance(layer, nn.Linear):
        return None if layer is None else [type(layer).__name__, None]
    said = f"Linear(in_features={layer.in_features}, out_features={layer.out_features}, bias={layer.bias is not None})"
    return [said, run(layer, x)]


def after_changes(entry, weight, bias, x):
    """conv(x) after the linear layer was changed, and the linear layer's output after conv was."""
    first, second = build(weight, bias), build(weight, bias)
    changed, kept = entry(first), entry(second)
    with torch.no_grad():
        for layer in (changed, second):
            for numbers in layer.parameters():
                numbers.add_(1)
    return [first(x), run(kept, x)]
