"""What an `exercise.py` says: what is right, on which inputs, and how each check decides. The teacher's reference.

The only module of ours that an exercise may import. Everything here is a plain description; `grader.judge` carries it
out. Expected outputs are computed outside the cell in which the learner's code runs, and hidden inputs are drawn anew
for each submission, from its recorded seed.

>>> exercise = Exercise(reference=conv2d, checks={"example": [Case(book_image(), [[0, 1], [2, 3]])], "random": random_pairs(8)})
>>> list(exercise.checks)
['example', 'random']
"""

from grader.authoring.checks import (
    Check,
    Family,
    Finding,
    gradients,
    in_float64,
    no_autograd,
    no_convolution,
    no_unfold,
    products,
    property_of,
    property_of_all,
    transposed,
    unchanged,
    values,
    vectorized,
    with_integers,
)
from grader.authoring.descent import (
    all_follow,
    follows,
    growth,
    is_plain_descent,
    is_record_of,
    is_settled,
    rate_behind,
    rates_behind,
    sets_out_downhill,
    still_falls,
)
from grader.authoring.exercise import Exercise, Report
from grader.authoring.inputs import (
    Case,
    Draw,
    bars,
    book_image,
    book_kernel,
    conv2d,
    draw,
    drawn,
    edge_pairs,
    noise,
    random_pairs,
    stripes,
    whole,
)
from grader.authoring.training import LeastSquares
from grader.model import Curve

__all__ = [
    "Case",
    "Check",
    "Curve",
    "Draw",
    "Exercise",
    "Family",
    "Finding",
    "LeastSquares",
    "Report",
    "all_follow",
    "bars",
    "book_image",
    "book_kernel",
    "conv2d",
    "draw",
    "drawn",
    "edge_pairs",
    "follows",
    "gradients",
    "growth",
    "in_float64",
    "is_plain_descent",
    "is_record_of",
    "is_settled",
    "no_autograd",
    "no_convolution",
    "no_unfold",
    "noise",
    "products",
    "property_of",
    "property_of_all",
    "random_pairs",
    "rate_behind",
    "rates_behind",
    "sets_out_downhill",
    "still_falls",
    "stripes",
    "transposed",
    "unchanged",
    "values",
    "vectorized",
    "whole",
    "with_integers",
]
