"""What counts as correct for conv-out-shape: what PyTorch's own layer makes."""

import torch
from torch.nn import functional

from grader.authoring import Case, Exercise, Finding, draw, property_of


def conv_out_shape(n, k, p, s):
    return tuple(functional.conv2d(torch.zeros(1, 1, *n), torch.zeros(1, 1, *k), padding=p, stride=s).shape[2:])


def whole(output, *sizes):
    if not isinstance(output, list) or len(output) != 2:
        return Finding("pair")
    others = [value for value in output if type(value) is not int]
    if not others:
        return None
    return Finding("whole", got=others[0] if isinstance(others[0], float) else type(others[0]).__name__)


def below(rng, low, high):
    return int(torch.randint(low, high + 1, (), generator=rng))


def axis(rng, spare):
    """n, k, p, s of one axis: padding on both sides, and `spare` pixels behind the last whole step."""
    k, p, s, steps = below(rng, 2, 5), below(rng, 1, 2), below(rng, spare + 1, 4), below(rng, 1, 4)
    n = max(k + steps * s + spare - 2 * p, 1)
    return n, k, p, s


def layers(rng):
    """Steps that leave nothing over, and steps that leave one or two pixels; also no padding, and plain stride 1."""
    cases = [tuple(zip(axis(rng, a), axis(rng, b), strict=True)) for a in (0, 1, 2) for b in (2, 0, 1)]
    free = [
        ((below(rng, 6, 9), below(rng, 10, 14)), (below(rng, 1, 5), below(rng, 1, 5)), (0, 0), (below(rng, 2, 4), 1)),
        ((below(rng, 1, 3), below(rng, 5, 9)), (5, 3), (2, 0), (1, below(rng, 2, 3))),
    ]
    return [Case(*case) for case in cases + free]


LAYERS = [
    Case((8, 8), (3, 3), (1, 1), (1, 1), name="same"),
    Case((8, 8), (5, 3), (2, 1), (1, 1), name="uneven"),
    Case((8, 8), (3, 3), (1, 1), (2, 2), name="half"),
    Case((8, 8), (3, 5), (0, 1), (3, 4), name="mixed"),
]

exercise = Exercise(
    reference=conv_out_shape,
    checks={
        "book": LAYERS,
        "random": draw(layers),
        "returns-ints": property_of(whole, on=LAYERS[:3], returns="any"),
    },
)
