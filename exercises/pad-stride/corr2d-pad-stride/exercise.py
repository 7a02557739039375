"""What counts as correct for corr2d-pad-stride."""

import torch
from torch.nn import functional

from grader.authoring import (
    Case,
    Exercise,
    book_image,
    book_kernel,
    draw,
    gradients,
    in_float64,
    no_convolution,
    noise,
    unchanged,
)


def corr2d_ps(X, K, p, s):
    return functional.conv2d(X.double()[None, None], K.double()[None, None], padding=p, stride=s)[0, 0]


def of_sizes(sizes):
    """A Draw with noise of these sizes: (H, W, h, w, p, s)."""
    return draw(lambda rng: [Case(noise(rng, H, W), noise(rng, h, w), p, s) for H, W, h, w, p, s in sizes])


def layers(rng):
    """Padding and stride that differ between the axes, each the larger once; sizes that leave a part of a step over."""

    def number(low, high):
        return int(torch.randint(low, high + 1, (), generator=rng))

    few, many = number(0, 1), number(2, 3)
    return [
        Case(noise(rng, 6, number(7, 9)), noise(rng, 3, 2), (2, 1), (1, 2)),
        Case(noise(rng, number(6, 8), 5), noise(rng, 2, 3), (1, 2), (2, 1)),
        Case(noise(rng, number(4, 6), 8), noise(rng, 2, 4), (few, many), (2, 3)),
        Case(noise(rng, 9, number(4, 6)), noise(rng, 3, 1), (many, few), (3, 2)),
        Case(noise(rng, 5, number(6, 7)), noise(rng, 2, 2), (1, 1), (2, 2)),
        Case(noise(rng, number(4, 5), 6), noise(rng, 3, 2), (0, 0), (1, 1)),
    ]


EXAMPLES = [
    Case(book_image(), book_kernel(), (1, 1), (3, 2), name="worked"),
    Case(book_image(), book_kernel(), (0, 0), (1, 1), name="plain"),
]
TWO = of_sizes(((4, 5, 2, 3, (1, 0), (1, 2)), (5, 4, 3, 2, (0, 2), (2, 1))))

exercise = Exercise(
    reference=corr2d_ps,
    checks={
        "example": EXAMPLES,
        "random": draw(layers),
        "edge": of_sizes(
            (
                (5, 4, 1, 1, (0, 1), (2, 1)),
                (2, 3, 4, 5, (1, 1), (1, 1)),
                (1, 6, 1, 3, (0, 2), (1, 3)),
                (8, 8, 3, 5, (0, 1), (3, 4)),
            )
        ),
        "no-mutation": unchanged(TWO),
        "autograd": gradients(TWO),
        "float64": in_float64(TWO),
        "no-conv-op": no_convolution(EXAMPLES),
    },
)
