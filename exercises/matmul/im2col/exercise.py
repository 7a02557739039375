"""What counts as correct for im2col."""

from torch.nn import functional

from grader.authoring import Case, Exercise, book_image, draw, in_float64, no_unfold, noise, transposed, unchanged


def im2col(X, h, w):
    return functional.unfold(X.double()[None, None], (h, w))[0].t()


def of_sizes(*sizes):
    return draw(lambda rng: [Case(noise(rng, H, W), h, w) for H, W, h, w in sizes])


EXAMPLES = [
    Case(book_image(), 2, 2, name="worked"),
    Case([[1, 2, 3, 4], [5, 6, 7, 8]], 1, 2, name="wide"),
]

exercise = Exercise(
    reference=im2col,
    checks={
        "example": EXAMPLES,
        "random": of_sizes((5, 7, 2, 3), (4, 8, 3, 1), (6, 5, 1, 4), (4, 6, 2, 2)),
        "edge": of_sizes((3, 4, 3, 4), (3, 4, 1, 1), (1, 5, 1, 2), (5, 1, 2, 1)),
        "no-mutation": unchanged(of_sizes((4, 6, 2, 3))),
        "non-contiguous": transposed(of_sizes((4, 5, 2, 3), (5, 3, 3, 2))),
        "float64": in_float64(of_sizes((4, 6, 2, 3))),
        "no-unfold-op": no_unfold(of_sizes((5, 7, 2, 3), (4, 6, 2, 2))),
    },
)
