"""What counts as correct for corr2d."""

from grader.authoring import (
    Case,
    Exercise,
    book_image,
    book_kernel,
    conv2d,
    gradients,
    in_float64,
    no_convolution,
    random_pairs,
    stripes,
    transposed,
    unchanged,
    with_integers,
)

WORKED = Case(book_image(), book_kernel(), name="worked")
STRIPES = Case(stripes(6, 8), [[1, -1]], name="stripes")

exercise = Exercise(
    reference=conv2d,
    checks={
        "example": [WORKED, STRIPES],
        "random": random_pairs(8, height=(1, 9), width=(1, 10)),
        "edge": [
            Case([[1, -2, 3], [4, 5, -6]], [[-2]], name="point"),
            Case([[1, -2, 3], [4, 5, -6]], [[2, 0, 1], [-1, 3, 5]], name="whole"),
            Case([[1, 4, 9, 16, 25]], [[-1, 2]], name="row"),
            Case([[1], [4], [9], [16]], [[-1], [2]], name="column"),
        ],
        "no-mutation": unchanged(random_pairs(2)),
        "non-contiguous": transposed(random_pairs(3)),
        "autograd": gradients(random_pairs(2)),
        "float64": in_float64(random_pairs(2)),
        "integers": with_integers(random_pairs(2)),
        "no-conv-op": no_convolution([WORKED, STRIPES]),
    },
)
