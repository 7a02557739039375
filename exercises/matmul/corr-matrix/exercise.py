"""What counts as correct for corr-matrix."""

import torch

from grader.authoring import Case, Exercise, book_kernel, conv2d, draw, gradients, in_float64, noise, unchanged


def corr_matrix(K, H, W):
    """Column n is what the correlation makes of an image whose pixel n alone is 1."""
    pixels = torch.eye(H * W, dtype=torch.float64).reshape(-1, H, W)
    return torch.stack([conv2d(pixel, K).reshape(-1) for pixel in pixels], dim=1)


def of_sizes(*sizes):
    return draw(lambda rng: [Case(noise(rng, h, w), H, W) for h, w, H, W in sizes])


exercise = Exercise(
    reference=corr_matrix,
    checks={
        "example": [Case(book_kernel(), 3, 3, name="worked"), Case([[1, -1]], 2, 4, name="wide")],
        "random": of_sizes((2, 3, 4, 5), (1, 2, 3, 6), (3, 2, 5, 3), (2, 2, 3, 5)),
        "edge": of_sizes((2, 3, 2, 3), (1, 1, 3, 2), (1, 2, 1, 5), (3, 1, 4, 1)),
        "no-mutation": unchanged(of_sizes((2, 2, 3, 4))),
        "float64": in_float64(of_sizes((2, 2, 3, 4))),
        "autograd": gradients(of_sizes((2, 2, 4, 3), (1, 3, 2, 4))),
    },
)
