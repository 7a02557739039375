"""What counts as correct for sobel-magnitude."""

import torch

from grader.authoring import Case, Exercise, conv2d, draw, noise, stripes, unchanged

ACROSS = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
SIZES = ((5, 8), (3, 3), (7, 4), (5, 8))
"""The last has the shape of the first: an answer that was kept by its shape is wrong the second time."""


def sobel_magnitude(X):
    """The length of the gradient that both Sobel kernels measure."""
    (K,) = Case(ACROSS).args
    return torch.hypot(conv2d(X, K), conv2d(X, K.T))


def images(*sizes):
    return draw(lambda rng: [Case(noise(rng, *size)) for size in sizes])


exercise = Exercise(
    reference=sobel_magnitude,
    checks={
        "example": [
            Case([[0, 0, 0], [0, 0, 6], [0, 6, 6]], name="corner"),
            Case(stripes(6, 8), name="stripes"),
        ],
        "orientation": [Case(stripes(6, 8).t(), name="turned"), Case(torch.triu(torch.ones(5, 5)), name="diagonal")],
        "random": images(*SIZES),
        "no-mutation": unchanged(images((4, 5), (3, 6))),
    },
    tolerance=4e-3,  # a root of 0 + 1e-5 is 0.0032
)
