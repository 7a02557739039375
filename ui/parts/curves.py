"""Reading a training curve: where it can be drawn, what it does, and the plane its path is shown in. Pure, no Streamlit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from grader.model import Curve

Floats = NDArray[np.float64]
Shape = Literal["empty", "diverges", "swings", "stalls", "falls", "slow"]
LARGEST = 1e21
"""Nothing above this is drawn: a curve that grows leaves the chart."""
SMALLEST = 1e-12
_DRAWN = 300


def drawable(losses: Sequence[float]) -> list[float]:
    """The start of a curve that can be drawn: up to the first value that is not finite or too large. Negative counts as 0."""
    kept: list[float] = []
    for loss in losses:
        if not math.isfinite(loss) or loss > LARGEST:
            break
        kept.append(max(float(loss), 0.0))
    return kept


def thinned(count: int) -> list[int]:
    """Indices of at most about 300 points of `count`, with the first and the last."""
    step = max(1, -(-count // _DRAWN))
    return sorted({*range(0, count, step), count - 1}) if count else []


def shape_of(losses: Sequence[float]) -> Shape:
    """What a loss curve does, in one word."""
    kept = drawable(losses)
    if not losses:
        return "empty"
    if len(kept) < len(losses):
        return "diverges"
    first, last, low = kept[0], kept[-1], min(kept)
    if len(kept) < 3:
        return "slow"
    if _swings(kept):
        return "swings"
    if last > 1.5 * first or (last > kept[-2] and last > 2 * low + 1e-9 and last > 1e-6 * max(first, 1e-12)):
        return "diverges"
    if last <= max(1e-3 * first, 1e-9):
        return "falls"
    tail = kept[-max(2, len(kept) // 5) :]
    return "stalls" if max(tail) - min(tail) <= 0.01 * last else "slow"


def _swings(kept: Sequence[float]) -> bool:
    """Up and down at least twice each by a tenth of the largest value, and no calmer at the end."""
    top, turns, mark, up = max(kept), 0, kept[0], False
    for value in kept:
        if (value > mark) == up:
            mark = value
        elif abs(value - mark) > 0.1 * top:
            turns, mark, up = turns + 1, value, not up
    third = max(1, len(kept) // 3)
    return turns >= 4 and max(kept[-third:]) > 0.1 * max(kept[:third]) and kept[-1] < 100 * kept[0]


def differs(recorded: Sequence[float], recomputed: Sequence[float]) -> bool:
    """True when what was recorded is not what the steps give."""
    ours, theirs = drawable(recomputed), drawable(recorded)
    if not recomputed or not recorded:
        return False
    return len(ours) != len(theirs) or any(
        abs(a - b) > 0.05 * max(a, b, 1e-6) for a, b in zip(ours, theirs, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Plane:
    """The exact plane of the steepest and the gentlest direction of a quadratic loss; the best point is (0, 0)."""

    steep: float
    gentle: float
    path: Floats
    """(n, 2): how far along the steepest, how far along the gentlest direction."""
    reference: Floats
    shown: int
    """So many points of the path lie inside the chart; one more is drawn, so that the line leaves it."""
    reach: tuple[float, float]
    """Half the width and half the height of the chart."""


def plane_of(curve: Curve) -> Plane | None:
    """Project the paths. None where there is nothing to show: no path, one parameter, no curvature."""
    hessian, best = np.array(curve.hessian, float), np.array(curve.best, float)
    path = _points(curve.path, best.size)
    if best.size < 2 or hessian.shape != (best.size, best.size) or not len(path):
        return None
    if not (np.isfinite(hessian).all() and np.isfinite(best).all()):
        return None
    values, vectors = np.linalg.eigh((hessian + hessian.T) / 2)
    if values[-1] <= 0:
        return None
    axes = vectors[:, [-1, 0]]
    mine, reference = (path - best) @ axes, (_points(curve.reference_path, best.size) - best) @ axes
    signs = np.where(mine[0] > 0, [-1.0, 1.0], [1.0, -1.0])  # the start lies left of and above the best point
    signs[1] = -1.0 if mine[0][1] < 0 else 1.0
    mine, reference = mine * signs, reference * signs
    shown = _shown(mine, reference)
    seen = np.vstack([mine[:shown], reference, np.zeros((1, 2))])
    across, along = np.abs(seen).max(axis=0) * 1.12
    across = across or 1.0
    return Plane(float(values[-1]), float(values[0]), mine, reference, shown, (float(across), float(along or across)))


def _points(path: Sequence[Sequence[float]], size: int) -> Floats:
    """The finite beginning of a path as an array (n, size)."""
    kept = []
    for point in path:
        if len(point) != size or not all(math.isfinite(v) and abs(v) < 1e12 for v in point):
            break
        kept.append(point)
    return np.array(kept, float).reshape(len(kept), size)


def _shown(mine: Floats, reference: Floats) -> int:
    """How much of a path is shown: all of one that stays, the first steps of one that runs away."""
    home = max(np.abs(mine[0]).max(), np.abs(reference).max() if len(reference) else 0.0, 1e-9)
    away = np.flatnonzero(np.abs(mine).max(axis=1) > 12 * home)
    return max(2, int(away[0])) if len(away) else len(mine)
