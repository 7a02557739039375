"""What counts as correct for compose-kernels."""

import torch
from torch.nn import functional

from grader.authoring import Case, Exercise, conv2d, draw, gradients, noise, unchanged

SIZES = (((2, 3), (3, 2)), ((1, 4), (2, 2)), ((3, 3), (1, 1)), ((2, 1), (4, 3)), ((3, 3), (3, 3)), ((2, 3), (3, 2)))
"""The last has the shapes of the first: an answer that was kept by its shape is wrong the second time."""


def compose(A, B):
    """The full convolution of A and B: every place at which the flipped B overlaps A."""
    h, w = B.shape
    return conv2d(functional.pad(A, (w - 1, w - 1, h - 1, h - 1)), torch.flip(B, (0, 1)))


def kernels(*sizes):
    return draw(lambda rng: [Case(noise(rng, *first), noise(rng, *second)) for first, second in sizes])


exercise = Exercise(
    reference=compose,
    checks={
        "example": [
            Case([[1, -1]], [[1, -1]], name="twice"),
            Case([[1, -1]], [[1], [-1]], name="crossed"),
            Case([[1, 2]], [[1, 3]], name="uneven"),
        ],
        "random": kernels(*SIZES),
        "no-mutation": unchanged(kernels(((2, 3), (2, 2)))),
        "autograd": gradients(kernels(((2, 2), (1, 3)))),
    },
)
