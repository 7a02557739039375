"""What is done with a Conv2D inside the cell."""

import torch
from torch import nn


def built(entry, h, w):
    """Two new layers of one kind."""
    layer, other = entry((h, w)), entry((h, w))
    if not isinstance(layer, nn.Module):
        return {"module": False}
    parameters = dict(layer.named_parameters())
    return {
        "module": True,
        "parameters": parameters,
        "learned": [name for name, parameter in parameters.items() if parameter.requires_grad],
        "other": dict(other.named_parameters()).get("weight"),
    }


def called(entry, x, weight, bias):
    """The output for a given weight and bias."""
    return made(entry, weight, bias)(x)


def differentiated(entry, x, weight, bias, wanted):
    """Backward of (out * wanted).sum()."""
    layer = made(entry, weight, bias)
    x.requires_grad_()
    out = layer(x)
    if not isinstance(out, torch.Tensor) or out.shape != wanted.shape:
        return {"out": False}
    if not out.requires_grad:
        return {"out": True, "flows": False}
    (out * wanted).sum().backward()
    return {"out": True, "flows": True, "weight": layer.weight.grad, "bias": layer.bias.grad, "x": x.grad}


def restored(entry, x, weight, bias):
    """What a second layer computes that was given the state of the first."""
    layer, other = made(entry, weight, bias), entry(tuple(weight.shape))
    other.load_state_dict(layer.state_dict())
    return [layer(x), other(x)]


def made(entry, weight, bias):
    """A layer with this weight and bias."""
    layer = entry(tuple(weight.shape))
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.fill_(bias)
    return layer
