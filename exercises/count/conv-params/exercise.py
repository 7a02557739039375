"""What counts as correct for conv-params."""

import torch

from grader.authoring import Case, Exercise, draw

EXAMPLES = [
    Case(1, 1, (1, 2), False, name="edge"),
    Case(3, 64, (7, 7), True, name="first"),
    Case(6, 16, (5, 5), True, name="lenet"),
]


def conv_params(c_in, c_out, k, bias):
    return c_out * c_in * k[0] * k[1] + (c_out if bias else 0)


def layers(rng):
    """More than one channel, unequal numbers of them, unequal sides; with and without a bias in turn."""

    def unequal(low, high):
        pair = (torch.randperm(high - low + 1, generator=rng)[:2] + low).tolist()
        return int(pair[0]), int(pair[1])

    return [Case(*unequal(2, 12), unequal(1, 7), index % 2 == 0) for index in range(8)]


exercise = Exercise(reference=conv_params, checks={"example": EXAMPLES, "random": draw(layers)})
