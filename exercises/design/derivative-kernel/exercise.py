"""What counts as correct for derivative-kernel: any kernel that does it, if it is as short as can be."""

import math

import torch

from grader.authoring import Case, Exercise, Finding, draw, property_of

NEAR = 1e-3


def malformed(K):
    if K.dim() != 1:
        return Finding("flat", shape=list(K.shape))
    return None if len(K) else Finding("empty")


def minimal(K, d):
    wanted = d + 1
    return malformed(K) or (None if len(K) == wanted else Finding("taps", got=len(K), wanted=wanted))


def exact(K, d):
    """Where the kernel stands does not matter once it is silent on all lower powers, so 0 may be in its middle."""
    if found := malformed(K):
        return found
    x = torch.arange(len(K), dtype=K.dtype) - (len(K) - 1) // 2
    for power in range(d + 1):
        value, size = float((K * x**power).sum()), float((K * x**power).abs().sum())
        wanted = math.factorial(d) if power == d else 0
        if abs(value - wanted) > NEAR * max(1.0, size):
            if power == d:
                return Finding("top", power=power, value=value, wanted=wanted)
            return Finding("lower", power=power, value=value) if power else Finding("constant", value=value)
    return None


def orders(rng):
    higher = int(torch.randint(4, 8, (), generator=rng))
    return [*(Case(d, name=f"d{d}") for d in (1, 2, 3, 0)), Case(higher)]


def sizes(rng):
    return [Case(1), Case(2), Case(int(torch.randint(3, 8, (), generator=rng)))]


exercise = Exercise(
    checks={
        "minimal-size": property_of(minimal, on=draw(sizes)),
        "exact": property_of(exact, on=draw(orders)),
    },
)
