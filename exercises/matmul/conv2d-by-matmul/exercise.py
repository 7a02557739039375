"""What counts as correct for conv2d-by-matmul."""

from grader.authoring import (
    Case,
    Exercise,
    book_image,
    book_kernel,
    conv2d,
    draw,
    edge_pairs,
    gradients,
    in_float64,
    no_convolution,
    noise,
    products,
    random_pairs,
    stripes,
    transposed,
    unchanged,
)

EXAMPLES = [
    Case(book_image(), book_kernel(), name="worked"),
    Case(stripes(6, 8), [[1, -1]], name="stripes"),
]


def with_a_fresh_one(rng):
    """The examples could be recognised; what is drawn cannot."""
    return [*EXAMPLES, Case(noise(rng, 5, 6), noise(rng, 2, 3))]


exercise = Exercise(
    reference=conv2d,
    checks={
        "example": EXAMPLES,
        "random": random_pairs(8),
        "edge": edge_pairs(),
        "no-mutation": unchanged(random_pairs(2)),
        "non-contiguous": transposed(random_pairs(3)),
        "autograd": gradients(random_pairs(2)),
        "float64": in_float64(random_pairs(2)),
        "one-matmul": products(exactly=1, on=draw(with_a_fresh_one)),
        "no-conv-op": no_convolution(EXAMPLES),
    },
)
