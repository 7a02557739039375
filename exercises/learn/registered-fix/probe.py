"""Runs in the cell: looks at a new layer, sets its weights, and trains another. Holds no answer."""

import torch
from torch import nn


def described(entry, image, kernel):
    """A new layer's parameters and buffers, whether they learn, and what it makes of the image with this kernel."""
    layer = entry(tuple(kernel.shape))
    if not isinstance(layer, nn.Module):
        return {"names": None}
    parameters = dict(nn.Module.named_parameters(layer))
    found = {"names": sorted(parameters), "buffers": sorted(name for name, _ in nn.Module.named_buffers(layer))}
    found["frozen"] = sorted(name for name, value in parameters.items() if not value.requires_grad)
    if found["names"] != ["bias", "weight"] or found["frozen"]:
        return found
    found["shape"], found["offsets"] = list(layer.weight.shape), layer.bias.numel()
    if layer.weight.shape == kernel.shape and layer.bias.numel() == 1:
        with torch.no_grad():
            layer.weight.copy_(kernel)
            layer.bias.fill_(0.75)
            found["forward"] = layer(image)
    return found


def loop(entry, X, Y, lr, steps, image, kernel):
    """The loop of the statement: zero_grad by the layer, and a step for the weight alone."""
    found = described(entry, image, kernel)
    if "forward" not in found:
        return found
    layer, losses = entry((1, 2)), []
    for _ in range(steps):
        loss = ((layer(X) - Y) ** 2).sum()
        if not loss.requires_grad:
            break
        layer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        if layer.weight.grad is None:
            break
        with torch.no_grad():
            layer.weight -= lr * layer.weight.grad
    return {**found, "losses": losses}


def optimizer(entry, X, Y, lr, steps, image, kernel):
    """The same by torch.optim.SGD, for weight and bias."""
    found = described(entry, image, kernel)
    if "forward" not in found:
        return found
    layer, losses = entry((1, 2)), []
    descent = torch.optim.SGD(layer.parameters(), lr=lr)
    for _ in range(steps):
        loss = ((layer(X) - Y) ** 2).sum()
        if not loss.requires_grad:
            break
        descent.zero_grad()
        loss.backward()
        losses.append(loss.item())
        descent.step()
    return {**found, "losses": losses}
