"""What counts as correct for vertical-edges."""

import torch

from grader.authoring import Case, Exercise, draw, gradients, noise, stripes, transposed, unchanged

SIZES = ((5, 9), (2, 2), (1, 6), (5, 9))
"""The last has the shape of the first: an answer that was kept by its shape is wrong the second time."""


def vertical_edges(X):
    """Each pixel minus its right neighbour."""
    return X[:, :-1] - X[:, 1:]


def images(*sizes):
    return draw(lambda rng: [Case(noise(rng, *size)) for size in sizes])


exercise = Exercise(
    reference=vertical_edges,
    checks={
        "example": [Case([[5, 3, 3]], name="row"), Case(stripes(6, 8), name="stripes")],
        "orientation": [Case(stripes(6, 8).t(), name="turned"), Case(torch.eye(5), name="diagonal")],
        "random": images(*SIZES),
        "no-mutation": unchanged(images((3, 5), (4, 3))),
        "non-contiguous": transposed(images((4, 6), (3, 5))),
        "autograd": gradients(images((3, 5))),
    },
)
