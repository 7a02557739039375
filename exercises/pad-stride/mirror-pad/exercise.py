"""What counts as correct for mirror-pad."""

import torch
from torch.nn import functional

from grader.authoring import Case, Exercise, book_image, draw, noise, transposed, unchanged


def mirror_pad(X, p):
    return functional.pad(X.double()[None], (p, p, p, p), mode="reflect")[0]


def of_sizes(*sizes):
    return draw(lambda rng: [Case(noise(rng, H, W), p) for H, W, p in sizes])


RISING = torch.arange(1, 6.0).repeat(3, 1) + 10 * torch.arange(3.0)[:, None]

exercise = Exercise(
    reference=mirror_pad,
    checks={
        "example": [Case(book_image(), 1, name="one"), Case(RISING, 2, name="two")],
        "random": of_sizes((4, 6, 2), (5, 3, 1), (5, 7, 3), (6, 4, 2)),
        "edge": of_sizes((3, 4, 0), (5, 5, 4), (1, 4, 0), (4, 6, 3)),
        "no-mutation": unchanged(of_sizes((4, 5, 2))),
        "non-contiguous": transposed(of_sizes((4, 5, 2), (6, 4, 1))),
    },
)
