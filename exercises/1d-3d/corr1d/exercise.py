"""What counts as correct for corr1d."""

from torch.nn import functional

from grader.authoring import Case, Exercise, draw, gradients, no_convolution, noise, unchanged

EXAMPLES = [Case([0, 1, 2, 3, 4, 5, 6], [1, 2], name="line"), Case([1, 1, 5, 5, 2], [-1, 1], name="jump")]
LENGTHS = [(8, 3), (5, 2), (9, 4), (12, 5), (8, 3)]


def corr1d(x, k):
    return functional.conv1d(x.double()[None, None], k.double()[None, None])[0, 0]


def signals(lengths):
    """Cases (x, k) for each (n, m)."""
    return draw(lambda rng: [Case(noise(rng, n), noise(rng, m)) for n, m in lengths])


exercise = Exercise(
    reference=corr1d,
    checks={
        "example": EXAMPLES,
        "random": signals(LENGTHS),
        "edge": signals([(4, 1), (4, 4), (2, 2)]),
        "no-mutation": unchanged(signals(LENGTHS[:2])),
        "autograd": gradients(signals(LENGTHS[:2])),
        "no-conv-op": no_convolution(EXAMPLES),
    },
)
