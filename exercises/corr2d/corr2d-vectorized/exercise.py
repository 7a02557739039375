"""What counts as correct for corr2d-vectorized."""

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
    random_pairs,
    stripes,
    transposed,
    unchanged,
    vectorized,
)

EXAMPLES = [
    Case(book_image(), book_kernel(), name="worked"),
    Case(stripes(6, 8), [[1, -1]], name="stripes"),
]


def small_and_larger(rng):
    """One kernel; a wide image shows a loop over columns, a tall one a loop over rows."""
    sizes = {"small": (6, 7), "wide": (3, 107), "tall": (101, 5)}
    return [Case(noise(rng, *size), noise(rng, 2, 3), name=name) for name, size in sizes.items()]


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
        "vectorized": vectorized(draw(small_and_larger)),
        "no-conv-op": no_convolution(EXAMPLES),
    },
)
