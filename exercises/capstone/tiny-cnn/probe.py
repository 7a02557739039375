"""Runs in the cell: builds the learner's network, measures it, asks it, trains it. Holds no answer."""

import torch
import torch.nn.functional as F
from torch import nn


def answers(entry, X):
    """What a fresh network answers in eval mode."""
    net = entry().eval()
    with torch.no_grad():
        return net(X.clone())


def layers(net):
    """The network and all that is in it, each once, whatever its own methods say."""
    found, left = [], [net]
    while left:
        part = left.pop()
        if part is not None and not any(part is known for known in found):
            found.append(part)
            left += object.__getattribute__(part, "_modules").values()
    return found


def parameters(net):
    """What an optimizer over the network gets, each once."""
    found = {}
    for part in layers(net):
        for parameter in object.__getattribute__(part, "_parameters").values():
            if parameter is not None:
                found[id(parameter)] = parameter
    return list(found.values())


def measured(entry, X):
    """How many parameters, how many convolutions, and whether one of them takes part in the answer."""
    net = entry().train()
    numbers, convolutions = parameters(net), [part for part in layers(net) if isinstance(part, nn.Conv2d)]
    with torch.no_grad():
        for parameter in numbers:  # a last layer that begins at zero would hide what is before it
            parameter.add_(0.1 * torch.randn_like(parameter))
    return {
        "count": sum(parameter.numel() for parameter in numbers),
        "convolutions": len(convolutions),
        "used": not convolutions or reaches(net, X, [layer.weight for layer in convolutions]),
    }


def reaches(net, X, kernels):
    """Whether the answer depends on one of these. A network that cannot answer fails elsewhere."""
    try:
        with torch.enable_grad():
            net(X).square().sum().backward()
    except Exception:
        return True
    return any(kernel.grad is not None and bool(kernel.grad.any()) for kernel in kernels)


def trained(entry, X, y, Xt, steps, size):
    """What a network answers to other images after so many steps of Adam."""
    net = entry().train()
    optimizer = torch.optim.Adam(parameters(net), lr=0.01)
    with torch.enable_grad():
        for k in range(steps):
            batch = torch.randperm(len(X))[:size]
            loss = F.cross_entropy(net(X[batch]), y[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            progress(k + 1, steps)  # noqa: F821 - the harness offers it
    net.eval()
    with torch.no_grad():
        return net(Xt)
