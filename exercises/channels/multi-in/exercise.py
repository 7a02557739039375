"""What counts as correct for multi-in."""

from torch.nn import functional

from grader.authoring import (
    Case,
    Exercise,
    Finding,
    book_image,
    book_kernel,
    draw,
    gradients,
    noise,
    property_of,
    transposed,
    unchanged,
)

TWO = Case(
    [book_image().tolist(), (book_image() + 1).tolist()],
    [book_kernel().tolist(), (book_kernel() + 1).tolist()],
    name="two",
)
COLOURS = Case([[[1, 1, 0, 0]], [[0, 0, 1, 1]], [[0, 0, 0, 0]]], [[[1, -1]], [[-1, 1]], [[0, 0]]], name="colours")
SIZES = [(2, 5, 7, 2, 3), (3, 6, 4, 3, 2), (5, 4, 6, 2, 2), (1, 5, 6, 2, 3), (3, 5, 8, 1, 4), (2, 5, 7, 2, 3)]
EDGES = [(2, 4, 5, 1, 1), (3, 3, 4, 3, 4), (2, 1, 6, 1, 3), (3, 6, 1, 2, 1)]
MISMATCHED = ((3, 2), (2, 3), (2, 1), (1, 2))
"""Channels of X and of K. A single channel is stretched by broadcasting where others raise."""


def multi_in(X, K):
    return functional.conv2d(X.double()[None], K.double()[None])[0, 0]


def images(sizes):
    """Cases (X, K) for each (c, H, W, h, w)."""
    return draw(lambda rng: [Case(noise(rng, c, H, W), noise(rng, c, h, w)) for c, H, W, h, w in sizes])


def to_cut(rng):
    """An image and a kernel that fits, of which the probe takes away channels."""
    return [Case(noise(rng, 3, 4, 5), noise(rng, 3, 2, 3), MISMATCHED)]


def raises(answers, X, K, counts):
    let_through = [f"{x} ≠ {k}" for (x, k), answer in zip(counts, answers) if answer]
    code = "silent" if 1 in answers else "returned"
    return Finding(code, pairs=", ".join(let_through)) if let_through else None


exercise = Exercise(
    reference=multi_in,
    checks={
        "example": [TWO, COLOURS],
        "random": images(SIZES),
        "edge": images(EDGES),
        "no-mutation": unchanged(images(SIZES[:2])),
        "non-contiguous": transposed(images(SIZES[:2])),
        "autograd": gradients(images(SIZES[:2])),
        "rejects-mismatch": property_of(
            raises, on=draw(to_cut), probe="silent", shape=lambda X, K, counts: (len(counts),)
        ),
    },
)
