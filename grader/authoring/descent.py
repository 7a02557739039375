"""Reading a training run: do these losses, or these weights, come from gradient descent, and at which rate?

What is read came from a cell: every function takes lists of any length and numbers of any size.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import torch
from torch import Tensor

from grader.authoring.training import LeastSquares

_EVALUATIONS = 30
"""Predictions that an optimizer may look at between two records: LBFGS looks at 25."""

Losses = Sequence[float]


# ---------- a list of losses ----------


def growth(losses: Losses) -> float | None:
    """By what each step multiplies the loss before float32 gives up; None where it does not grow.

    >>> growth([1.0, 4.0, 16.0, math.inf])
    4.0
    """
    kept = [loss for loss in losses if math.isfinite(loss) and 0 < loss < 1e25]
    tail = kept[-6:]
    return (tail[-1] / tail[0]) ** (1 / (len(tail) - 1)) if len(tail) > 2 and tail[-1] > tail[0] else None


def is_settled(losses: Losses) -> bool:
    """Whether the curve has come to rest.

    >>> is_settled([9.0, 5.0, 2.0, 2.0, 2.0, 2.0, 2.0]), is_settled([9.0, 5.0, 4.0, 3.0, 2.0])
    (True, False)
    """
    tail = losses[-max(5, len(losses) // 20) :]
    return all(math.isfinite(loss) for loss in losses) and max(tail) - min(tail) < 1e-3 * tail[-1]


def still_falls(losses: Losses, low: float) -> bool:
    """Down at every one of the last steps, with more to win: still above `low`.

    >>> still_falls([9.0, 8.0, 7.0, 6.0, 5.0], 0.1), still_falls([9.0, 8.0, 7.0, 7.0, 7.0], 0.1)
    (True, False)
    """
    tail = losses[-5:]
    return losses[-1] > low and all(after < before * (1 - 1e-4) for before, after in itertools.pairwise(tail))


def is_record_of(losses: Losses, true: Losses) -> bool:
    """The losses are among the true ones, in order. Only the first of a long run were looked at: the end may be missing.

    >>> is_record_of([9.0, 4.0, 1.0], [9.0, 8.0, 4.0, 2.0, 1.0]), is_record_of([9.0, 4.0, 1.5], [9.0, 8.0, 4.0, 2.0, 1.0])
    (True, False)
    """
    place = kept = 0
    for loss in losses:
        rest = range(place, len(true))
        here = next((j for j in rest if abs(true[j] - loss) <= 1e-3 * true[j] + 1e-5 * true[0]), None)
        if here is None:
            return kept >= 3 and len(true) - place <= _EVALUATIONS
        place, kept = here + 1, kept + 1
    return kept >= 3


# ---------- losses, and the bowl that they come from ----------


def rate_behind(factor: float, problem: LeastSquares) -> float:
    """The rate at which the loss grows by this factor a step: |1 − lr·λ| is its root along the steepest direction.

    >>> rate_behind(9.0, LeastSquares(torch.eye(2), torch.tensor([[1.0], [-1.0]]), 1, 2))
    2.0
    """
    return (1 + math.sqrt(factor)) / (2 / problem.critical_lr)


def rates_behind(losses: Losses, problem: LeastSquares) -> list[float]:
    """The rate at which the steepest direction grows as the curve does, or the gentlest one fades.

    >>> problem = LeastSquares(torch.eye(2), torch.tensor([[1.0], [-1.0]]), 1, 2)
    >>> losses = [problem.loss(point) for point in problem.descend(torch.zeros(2), 0.1, 9)]
    >>> [round(rate, 3) for rate in rates_behind(losses, problem)]
    [0.1, 0.9]
    """
    if factor := growth(losses):
        return [rate_behind(factor, problem)]
    kept = [loss for loss in losses if 1e-7 * losses[0] < loss < math.inf][-6:]
    if len(kept) < 6 or not 0 < kept[-1] < kept[0]:
        return []
    root = (kept[-1] / kept[0]) ** (1 / (2 * len(kept) - 2))
    return [(1 - root) / float(torch.linalg.eigvalsh(problem.hessian)[0]), (1 + root) * problem.critical_lr / 2]


def is_plain_descent(curves: Sequence[Losses], problems: Sequence[LeastSquares]) -> bool:
    """Whether descent at one rate, from one start for both of two targets, records exactly these losses.

    >>> targets = [conv2d(stripes(), torch.tensor([kernel])) for kernel in ([1.0, -1.0], [9.0, 4.0])]
    >>> problems = [LeastSquares(stripes(), target, 1, 2) for target in targets]
    >>> paths = [problem.descend(torch.tensor([0.6, 0.3]), 0.01, 20) for problem in problems]
    >>> curves = [[problem.loss(point) for point in path] for problem, path in zip(problems, paths)]
    >>> is_plain_descent(curves, problems), is_plain_descent([curves[0], curves[0]], problems)
    (True, False)
    """
    rates = dict.fromkeys(
        rate for losses, problem in zip(curves, problems, strict=True) for rate in rates_behind(losses, problem)
    )
    return any(_have_one_start(curves, problems, lr) for lr in rates)


def _have_one_start(curves: Sequence[Losses], problems: Sequence[LeastSquares], lr: float) -> bool:
    """Losses tell how far off the start was along each eigenvector, not on which side: one place must fit both.

    Curves that begin so high that any place fits them tell nothing.
    """
    starts = []
    for losses, problem in zip(curves, problems, strict=True):
        start = problem.start_behind(losses, lr)
        if start is None:
            return False
        starts.append(start)
    values, vectors = torch.linalg.eigh(problems[0].hessian)
    apart = vectors.t() @ (problems[0].best - problems[1].best)
    a, b = ((vectors.t() @ (start - problem.best)).abs() for start, problem in zip(starts, problems, strict=True))
    gaps = torch.stack([(apart + one * a + two * b).abs() for one in (-1, 1) for two in (-1, 1)]).amin(0)
    unsure = 0.02 + (2 * 0.002 * max(losses[0] for losses in curves) / values).sqrt()
    return bool((gaps <= unsure).all() and unsure.max() <= apart.abs().max() / 3)


# ---------- weights ----------


def follows(moved: Tensor, wanted: Tensor, weights: Tensor) -> bool:
    """Whether a step is the wanted one, as far as float32 can tell.

    >>> follows(torch.tensor([0.2, 0.1]), torch.tensor([0.2, 0.1]), torch.zeros(2))
    True
    """
    return bool((moved - wanted).norm() <= 2e-3 * wanted.norm() + 1e-5 * (1 + weights.norm()))


def all_follow(moves: Tensor, wanted: Tensor, weights: Tensor) -> bool:
    """Whether each step (n, parameters) is the wanted one, and not all of them are nothing.

    >>> all_follow(torch.ones(3, 2), torch.ones(3, 2), torch.ones(4, 2)), all_follow(*torch.zeros(3, 3, 2))
    (True, False)
    """
    clear = bool((wanted.norm(dim=1) > 1e-3).any())
    return clear and all(follows(*step) for step in zip(moves, wanted, weights, strict=False))


def sets_out_downhill(path: Tensor, problem: LeastSquares) -> bool:
    """The first move goes against the gradient in every parameter that it moves, and does not aim at the end.

    >>> problem = LeastSquares(torch.eye(2), torch.tensor([[1.0], [-1.0]]), 1, 2)
    >>> sets_out_downhill(torch.tensor([[0.0, 0.0], [0.3, -0.1]]).double(), problem)
    True
    >>> sets_out_downhill(torch.tensor([[0.0, 0.0], [0.5, -0.5]]).double(), problem)
    False
    """
    move = next((point - path[0] for point in path if (point - path[0]).norm() > 1e-6), None)
    if move is None:
        return True
    slope, way = problem.gradient(path[0]), problem.best - path[0]
    aims = bool(move @ way >= (1 - 1e-5) * move.norm() * way.norm())
    return not aims and bool((move * slope <= 1e-3 * move.norm() * slope.norm()).all())
