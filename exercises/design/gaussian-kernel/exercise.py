"""What counts as correct for gaussian-kernel."""

import torch

from grader.authoring import Case, Exercise, Finding, draw, property_of


def gaussian(size, sigma):
    place = torch.arange(size, dtype=torch.float64) - (size - 1) / 2
    squared = place[:, None] ** 2 + place[None, :] ** 2
    kernel = torch.exp(-squared / (2 * sigma**2))
    return kernel / kernel.sum()


def normalised(K, size, sigma):
    if K.dim() != 2:
        return Finding("flat", shape=list(K.shape))
    total = float(K.sum())
    return None if abs(total - 1) < 1e-4 else Finding("sum", total=total)


def width(rng, low, high):
    return round(low + (high - low) * float(torch.rand((), generator=rng)), 2)


def others(rng):
    """Neither so narrow nor so wide that the shape no longer shows, and never 1, whose square is itself."""
    return [
        Case(5, width(rng, 1.2, 1.8)),
        Case(7, width(rng, 2.0, 3.0)),
        Case(3, width(rng, 0.6, 0.8)),
        Case(9, width(rng, 1.4, 1.9)),
        Case(1, width(rng, 0.5, 2.0)),
    ]


def two(rng):
    return [Case(3, width(rng, 0.6, 0.8)), Case(7, width(rng, 1.2, 3.0))]


exercise = Exercise(
    reference=gaussian,
    checks={
        "example": [Case(3, 1.0, name="three"), Case(5, 0.8, name="five")],
        "random": draw(others),
        "normalised": property_of(normalised, on=draw(two)),
    },
)
