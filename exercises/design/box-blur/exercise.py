"""What counts as correct for box-blur."""

import torch

from grader.authoring import Case, Exercise, book_image, conv2d, draw, gradients, noise, unchanged


def box_blur(X, k):
    return conv2d(X, torch.full((k, k), 1 / k**2, dtype=torch.float64))


def images(rng):
    """Even and odd windows, one as large as the image is tall, and one of a single pixel."""
    sizes = ((6, 5, 3), (4, 7, 2), (4, 6, 4), (3, 5, 1))
    return [Case(noise(rng, H, W), k) for H, W, k in sizes]


def two(rng):
    return [Case(noise(rng, 5, 6), 2), Case(noise(rng, 6, 4), 3)]


exercise = Exercise(
    reference=box_blur,
    checks={
        "example": [Case(book_image(), 2, name="worked"), Case(torch.full((4, 5), 3.0), 3, name="plain")],
        "random": draw(images),
        "no-mutation": unchanged(draw(two)),
        "autograd": gradients(draw(two)),
    },
)
