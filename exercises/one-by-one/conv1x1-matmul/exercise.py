"""What counts as correct for conv1x1-matmul."""

from torch.nn import functional

from grader.authoring import Case, Exercise, draw, gradients, no_convolution, noise, products, transposed, unchanged

EXAMPLES = [
    Case([[[1, 2], [3, 4]], [[0, 1], [0, 1]]], [[[[1]], [[1]]], [[[1]], [[-1]]], [[[0]], [[2]]]], name="worked"),
    Case([[[10, 0, 20]], [[0, 30, -10]], [[0, 10, 10]]], [[[[0.5]], [[0.25]], [[-1]]]], name="grey"),
]
SIZES = [(2, 3, 2, 3), (4, 2, 5, 3), (2, 6, 1, 4), (3, 3, 3, 3), (1, 1, 2, 3), (5, 4, 4, 1), (2, 3, 2, 3)]


def conv1x1(X, K):
    return functional.conv2d(X.double()[None], K.double())[0]


def images(sizes):
    """Cases (X, K) for each (ci, co, H, W)."""
    return draw(lambda rng: [Case(noise(rng, ci, H, W), noise(rng, co, ci, 1, 1)) for ci, co, H, W in sizes])


def with_a_fresh_one(rng):
    """The examples could be recognised; what is drawn cannot."""
    return [*EXAMPLES, Case(noise(rng, 2, 2, 5), noise(rng, 3, 2, 1, 1))]


exercise = Exercise(
    reference=conv1x1,
    checks={
        "example": EXAMPLES,
        "random": images(SIZES),
        "no-mutation": unchanged(images(SIZES[:1])),
        "non-contiguous": transposed(images(SIZES[:3])),
        "autograd": gradients(images(SIZES[:2])),
        "one-matmul": products(exactly=1, on=draw(with_a_fresh_one)),
        "no-conv-op": no_convolution(EXAMPLES),
    },
)
