"""What counts as correct for conv-macs."""

import torch

from grader.authoring import Case, Exercise, draw

EXAMPLES = [
    Case(3, 2, (3, 3), (8, 8), 0, 1, name="plain"),
    Case(3, 16, (3, 3), (32, 32), 1, 1, name="padded"),
    Case(2, 5, (5, 7), (7, 10), 1, 3, name="strided"),
]


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((size + 2 * p - kernel) // s + 1 for size, kernel in zip(n, k))
    return c_out * c_in * k[0] * k[1] * rows * columns


def layers(rng):
    """Unequal channels, kernels and images; strides 1, 2 and 3 in turn, most of which do not come out even."""

    def unequal(low, high):
        pair = (torch.randperm(high - low + 1, generator=rng)[:2] + low).tolist()
        return int(pair[0]), int(pair[1])

    def layer(index):
        padding = int(torch.randint(0, 3, (), generator=rng)) if index else 2
        return Case(*unequal(2, 7), unequal(2, 5), unequal(6, 14), padding, index % 3 + 1)

    return [layer(index) for index in range(8)]


exercise = Exercise(reference=conv_macs, checks={"example": EXAMPLES, "random": draw(layers)})
