"""Runs in the cell: a training run, watched from the first layer of the network. Holds no answer and no hidden image."""

import random

import torch
import torch.nn.functional as F
from torch import nn

KEPT = 40
"""Evaluations of which the weights are kept."""


def network(weights):
    """The network that is to be trained, with these weights (a vector)."""
    net = nn.Sequential(
        nn.Conv2d(1, 8, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 3, padding=1),
        nn.ReLU(),
        nn.AdaptiveMaxPool2d(1),
        nn.Flatten(),
        nn.Dropout(0.25),
        nn.Linear(16, 4),
    )
    nn.utils.vector_to_parameters(weights, net.parameters())
    return net


class Watch:
    """What happens to a network: passes, gradients that pile up, and the weights that are evaluated on the way."""

    def __init__(self, net, X, Xv, yv, epochs):
        self.net, self.yv, self.images, self.validation, self.epochs = net, yv.clone(), len(X), len(Xv), epochs
        self.points, self.seen, self.backwards, self.piled = [], 0, 0, 0
        self.passed, self.trained, self.seen_at = 0, 0, []
        self.evaluations = self.unready = 0
        self.begin = self.last = self.weights()
        net[0].register_forward_pre_hook(self.enters)
        net.register_forward_hook(self.leaves)
        net[-1].weight.register_hook(self.flows_back)

    def weights(self):
        return nn.utils.parameters_to_vector(self.net.parameters()).detach().clone()

    def enters(self, layer, args):
        """A training step changes the weights after each pass; an evaluation has no gradient, or passes twice."""
        now, trains = self.weights(), torch.is_grad_enabled()
        if self.seen == self.evaluations == 0:
            self.begin = now
        self.passed = len(args[0]) if trains else 0
        self.seen += self.passed
        self.evaluations += not trains
        self.unready += layer.training and not trains
        is_point = not trains or torch.equal(self.last, now)
        is_new = not self.points or not torch.equal(self.points[-1], now)
        if is_point and is_new and len(self.points) < KEPT:
            self.points.append(now)
            self.seen_at.append(self.seen - self.passed)
        self.last = now
        if not self.evaluations:  # else an evaluation tells more
            progress(self.done, self.epochs)  # noqa: F821 - the harness offers it

    @property
    def done(self):
        return min(self.seen // self.images, self.epochs)

    def leaves(self, net, args, out):
        """An evaluation of all validation pictures: its loss goes with the progress."""
        if not torch.is_grad_enabled() and isinstance(out, torch.Tensor) and out.shape == (self.validation, 4):
            progress(self.done, self.epochs, F.cross_entropy(out, self.yv).item())  # noqa: F821

    def flows_back(self, gradient):
        self.backwards += 1
        self.trained += self.passed
        before = self.net[-1].weight.grad
        self.piled += before is not None and bool(before.any())


def watched(entry, X, y, Xv, yv, epochs, weights):
    """One run: the history as it came, the weights at the end, and what was seen on the way."""
    with torch.enable_grad():
        net = network(weights.clone())
        watch = Watch(net, X, Xv, yv, epochs)
        history = entry(net, X.clone(), y.clone(), Xv.clone(), yv.clone(), epochs)
        grad_is_on = torch.is_grad_enabled()
    return {
        "history": history,
        "end": watch.weights(),
        "begin": watch.begin,
        "points": torch.stack(watch.points) if watch.points else torch.zeros(0, len(weights)),
        "seen_at": watch.seen_at,
        "trained": watch.trained,
        "backwards": watch.backwards,
        "piled": watch.piled,
        "evaluations": watch.evaluations,
        "unready": watch.unready,
        "grad_is_on": grad_is_on,
    }


def twice(entry, X, y, Xv, one, other, epochs, weights, seed):
    """The weights at the end for two sets of validation labels, everything else alike."""

    def run(labels):
        torch.manual_seed(seed)
        random.seed(seed)
        return watched(entry, X, y, Xv, labels, epochs, weights)["end"]

    return [run(one), run(other)]
