"""Runs in the cell: builds the learner's network, measures it, asks it, trains it. Holds no answer."""

import torch
import torch.nn.functional as F
from torch import nn


def answers(entry, X):
    """What a fresh network answers in eval mode."""
    net = entry().eval()
    with torch.no_grad():
        return net(X.clone())


def measured(entry):
    """How many parameters, how many convolutions."""
    net = entry()
    return {
        "count": sum(parameter.numel() for parameter in net.parameters()),
        "convolutions": sum(isinstance(part, nn.Conv2d) for part in net.modules()),
    }


def trained(entry, X, y, Xt, steps, size):
    """What a network answers to other images after so many steps of Adam."""
    net = entry().train()
    optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
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
