"""What counts as correct for receptive-field."""

import torch

from grader.authoring import Case, Exercise, Finding, draw, property_of

EXAMPLES = [
    Case(((2, 1), (2, 1)), name="twos"),
    Case(((3, 1), (3, 1)), name="threes"),
    Case(((3, 2), (3, 1)), name="strided"),
    Case(((7, 2), (3, 2), (3, 1), (3, 1)), name="deep"),
]
EDGES = [Case(()), Case(((1, 1),)), Case(((5, 4),)), Case(((1, 2), (1, 2), (3, 1))), Case(((2, 3), (3, 1)))]


def receptive_field(layers):
    field, jump = 1, 1
    for kernel, stride in layers:
        field += (kernel - 1) * jump
        jump *= stride
    return field


def stacks(rng):
    """Three or four layers each, of kernels 2 … 5 and strides 1 … 3; in the first layer a stride above 1."""

    def between(low, high):
        return int(torch.randint(low, high + 1, (), generator=rng))

    def stack(depth):
        return [(between(2, 5), between(2, 3)), *((between(2, 5), between(1, 3)) for _ in range(depth - 1))]

    return [Case(tuple(stack(depth))) for depth in (3, 4, 3, 4, 3, 2)]


def is_right_int(output, layers):
    if type(output) is not int:
        return Finding("type")
    return None if output == receptive_field(layers) else Finding("value")


exercise = Exercise(
    reference=receptive_field,
    checks={
        "example": EXAMPLES,
        "random": draw(stacks),
        "edge": EDGES,
        "returns-ints": property_of(is_right_int, on=draw(lambda rng: stacks(rng)[:2]), returns="any"),
    },
)
