"""What counts as correct for kernel-gradient."""

import torch
from torch.nn import functional

from grader.authoring import (
    Case,
    Exercise,
    book_image,
    draw,
    edge_pairs,
    no_autograd,
    noise,
    random_pairs,
    transposed,
    unchanged,
)

EXAMPLES = [
    Case(book_image(), [[1, -1], [2, 0]], name="worked"),
    Case(book_image(), [[0, 0], [1, 0]], name="one-output"),
]


def kernel_grad(X, dY):
    """By autograd, in float64."""
    h, w = X.shape[0] - dY.shape[0] + 1, X.shape[1] - dY.shape[1] + 1
    K = torch.zeros(1, 1, h, w, dtype=torch.float64, requires_grad=True)
    with torch.enable_grad():
        functional.conv2d(X.double()[None, None], K)[0, 0].backward(dY.double())
    return K.grad[0, 0]


def backwards(pairs):
    """The images and kernels of other exercises, each kernel only to say which shape Y and its gradient have."""

    def case(rng, X, K):
        return Case(X, noise(rng, X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1))

    return draw(lambda rng: [case(rng, *pair.args) for pair in pairs.cases(rng)])


exercise = Exercise(
    reference=kernel_grad,
    checks={
        "example": EXAMPLES,
        "random": backwards(random_pairs(8)),
        "edge": backwards(edge_pairs()),
        "no-mutation": unchanged(backwards(random_pairs(2))),
        "no-autograd": no_autograd(backwards(random_pairs(3, height=(3, 6), width=(3, 6)))),
        "non-contiguous": transposed(backwards(random_pairs(3))),
    },
)
