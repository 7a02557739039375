"""What counts as correct for true-conv2d."""

from grader.authoring import (
    Case,
    Exercise,
    book_image,
    book_kernel,
    conv2d,
    draw,
    edge_pairs,
    gradients,
    noise,
    random_pairs,
    transposed,
    unchanged,
)


def turned_half(X, K):
    """Mathematical convolution, the part without padding: correlation with the kernel turned by half a turn."""
    return conv2d(X, K.flip(0, 1))


def tall_pair(rng):
    return [Case(noise(rng, 5, 4), noise(rng, 3, 2))]


exercise = Exercise(
    reference=turned_half,
    checks={
        "example": [
            Case(book_image(), book_kernel(), name="worked"),
            Case([[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0]], [[1, 2, 3], [4, 5, 6]], name="dot"),
        ],
        "random": random_pairs(6),
        "edge": edge_pairs(),
        "no-mutation": unchanged(random_pairs(2)),
        "non-contiguous": transposed(random_pairs(3)),
        "autograd": gradients(draw(tall_pair)),
    },
)
