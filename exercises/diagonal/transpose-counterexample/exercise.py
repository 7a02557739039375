"""What counts as correct for transpose-counterexample: any image that does it."""

import torch

from grader.authoring import Case, Exercise, Finding, conv2d, draw, property_of

PAIR = [[1, -1]]
VISIBLE = 1e-6


def changes(X, n):
    """The two results differ. Both are equal exactly when X is symmetric, so that is what is said."""
    (K,) = Case(PAIR).args
    gap = (conv2d(X.T, K) - conv2d(X, K)).abs().max()
    return None if gap > VISIBLE else Finding("symmetric")


def sizes(rng):
    return [Case(4), Case(int(torch.randint(5, 13, (), generator=rng))), Case(16)]


exercise = Exercise(
    checks={
        "differs": property_of(changes, on=[Case(2, name="n2"), Case(3, name="n3")], shape=lambda n: (n, n)),
        "any-size": property_of(changes, on=draw(sizes), shape=lambda n: (n, n)),
    },
)
