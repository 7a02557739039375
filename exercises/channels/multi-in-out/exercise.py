"""What counts as correct for multi-in-out."""

from torch.nn import functional

from grader.authoring import (
    Case,
    Exercise,
    book_image,
    book_kernel,
    draw,
    gradients,
    noise,
    stripes,
    transposed,
    unchanged,
)

THREE = Case(
    [book_image().tolist(), (book_image() + 1).tolist()],
    [[(book_kernel() + o + c).tolist() for c in (0, 1)] for o in (0, 1, 2)],
    name="three",
)
EDGES = Case([stripes(4, 6).tolist()], [[[[1, -1], [0, 0]]], [[[1, 0], [-1, 0]]]], name="edges")
SIZES = [
    (2, 3, 5, 6, 2, 3),
    (3, 2, 6, 4, 3, 2),
    (3, 4, 4, 5, 2, 2),
    (2, 2, 5, 4, 1, 2),
    (3, 3, 4, 6, 2, 3),
    (2, 3, 5, 6, 2, 3),
]
CORNERS = [(2, 3, 4, 5, 1, 1), (2, 2, 3, 4, 3, 4), (3, 2, 1, 6, 1, 3), (2, 1, 4, 5, 2, 2), (1, 4, 3, 5, 2, 3)]


def multi_in_out(X, K):
    return functional.conv2d(X.double()[None], K.double())[0]


def images(sizes):
    """Cases (X, K) for each (ci, co, H, W, h, w)."""
    return draw(lambda rng: [Case(noise(rng, ci, H, W), noise(rng, co, ci, h, w)) for ci, co, H, W, h, w in sizes])


exercise = Exercise(
    reference=multi_in_out,
    checks={
        "example": [THREE, EDGES],
        "random": images(SIZES),
        "edge": images(CORNERS),
        "no-mutation": unchanged(images(SIZES[:2])),
        "non-contiguous": transposed(images(SIZES[:2])),
        "autograd": gradients(images(SIZES[:2])),
    },
)
