"""What counts as correct for critical-lr."""

import torch

from grader.authoring import Case, Exercise, LeastSquares, draw, noise, stripes


def critical_lr(X, h, w, bias):
    nothing = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    return LeastSquares(X, nothing, h, w, bias=bool(bias)).critical_lr


def others(rng):
    """Several outputs each, more than one eigenvalue, and a bias that matters: the pixels are not centred on 0."""
    sizes = ((6, 7, 2, 2), (5, 9, 1, 3), (8, 5, 3, 1), (7, 6, 2, 3))
    images = [noise(rng, H, W) + 0.5 for H, W, _, _ in sizes]
    return [
        Case(X, h, w, bias)
        for X, (_, _, h, w), biases in zip(images, sizes, ((False, True), (True,), (False,), (True,)))
        for bias in biases
    ]


exercise = Exercise(
    reference=critical_lr,
    checks={
        "seed-case": [
            Case(stripes(6, 8), 1, 2, False, name="plain"),
            Case(stripes(6, 8), 1, 2, True, name="biased"),
        ],
        "random": draw(others),
    },
    tolerance=2e-5,
)
