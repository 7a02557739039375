"""What counts as correct for corr3d."""

import torch
from torch.nn import functional

from grader.authoring import Case, Exercise, draw, gradients, no_convolution, noise, unchanged

CUBE = Case(torch.arange(27.0).reshape(3, 3, 3), torch.arange(8.0).reshape(2, 2, 2), name="cube")
DEPTH = Case([[[0, 0, 0], [0, 0, 0]], [[0, 5, 0], [0, 0, 0]], [[0, 5, 0], [0, 0, 0]]], [[[-1]], [[1]]], name="depth")
SIZES = [(4, 5, 6, 2, 1, 3), (3, 6, 4, 1, 3, 2), (6, 4, 5, 3, 2, 2), (5, 3, 4, 2, 2, 3), (4, 5, 6, 2, 1, 3)]
EDGES = [(2, 3, 4, 1, 1, 1), (2, 3, 4, 2, 3, 4), (1, 4, 5, 1, 2, 3), (5, 1, 3, 2, 1, 2)]


def corr3d(X, K):
    return functional.conv3d(X.double()[None, None], K.double()[None, None])[0, 0]


def volumes(sizes):
    """Cases (X, K) for each (D, H, W, d, h, w)."""
    return draw(lambda rng: [Case(noise(rng, *size[:3]), noise(rng, *size[3:])) for size in sizes])


exercise = Exercise(
    reference=corr3d,
    checks={
        "example": [DEPTH, CUBE],
        "random": volumes(SIZES),
        "edge": volumes(EDGES),
        "no-mutation": unchanged(volumes(SIZES[:2])),
        "autograd": gradients(volumes(SIZES[:2])),
        "no-conv-op": no_convolution([DEPTH, CUBE]),
    },
)
