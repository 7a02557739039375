"""Gradient descent on a small correlation, in NumPy: what the learning-rate page shows. Book §7.2.

The loss is |A w − y|², a quadratic bowl, so everything about it is known exactly: its curvature, its best point, and the
rate above which steps grow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from grader.model import Curve

Floats = NDArray[np.float64]
Bias = Literal["off", "on", "frozen"]
_FAR = 3.4e38
"""The largest float32: a learner's weights would be infinite here."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How to train. `frozen`: the bias takes part and is never updated."""

    lr: float
    bias: Bias = "off"
    loss: Literal["sum", "mean"] = "sum"
    zero_grad: bool = True


def windows(X: Floats, height: int, width: int) -> Floats:
    """Every window of X (H, W) as a row → ((H-h+1)(W-w+1), h·w)."""
    view = np.lib.stride_tricks.sliding_window_view(X, (height, width))
    return view.reshape(-1, height * width).astype(float)


Grid = Sequence[Sequence[float]]


def descend(X: Grid, K: Grid, setting: Setting, begin: Grid, bias: float, steps: int) -> Curve:
    """Learn K (h, w) from X (H, W) and Y = X ⋆ K, from the kernel `begin` (h, w) and the bias `bias`."""
    target = np.array(K, float)
    A = windows(np.array(X, float), *target.shape)
    y, start = A @ target.ravel(), np.array(begin, float).ravel()
    if setting.bias == "on":
        A, start = np.hstack([A, np.ones((len(A), 1))]), np.append(start, bias)
    if setting.bias == "frozen":
        y = y - bias
    scale = 1 / len(A) if setting.loss == "mean" else 1.0
    hessian = 2 * scale * A.T @ A
    best = np.linalg.lstsq(A, y, rcond=None)[0]
    floor = scale * float(np.sum((A @ best - y) ** 2))
    path = _walk(hessian, best, start, setting, steps)
    losses = [floor + float((w - best) @ hessian @ (w - best)) / 2 for w in path]
    steepest = float(np.linalg.eigvalsh(hessian)[-1])
    return Curve(
        losses=tuple(losses),
        path=tuple(tuple(map(float, w)) for w in path),
        best=tuple(map(float, best)),
        hessian=tuple(tuple(map(float, row)) for row in hessian),
        lr=setting.lr,
        critical_lr=(2 if setting.zero_grad else 4) / steepest if steepest > 0 else None,
    )


@dataclass(frozen=True, slots=True)
class Floor:
    """The loss that is left when a bias b stays where it is: `share` · b²."""

    share: float
    loss: float


def floor(X: Grid, K: Grid, setting: Setting, bias: float) -> Floor | None:
    """What is left with this setting: 20.4 · b² for the sum over the book's image; None where nothing has to be."""
    if setting.bias != "frozen" or not bias:
        return None
    A = windows(np.array(X, float), len(K), len(K[0]))
    ones = np.ones(len(A))
    share = float(np.sum((A @ np.linalg.lstsq(A, ones, rcond=None)[0] - ones) ** 2))
    share /= len(A) if setting.loss == "mean" else 1
    return Floor(share, share * bias**2)


def _walk(hessian: Floats, best: Floats, start: Floats, setting: Setting, steps: int) -> list[Floats]:
    """The weights before each step and after the last. Without zero_grad each step takes all gradients so far."""
    w, piled, path = start, np.zeros_like(start), [start]
    for _ in range(steps):
        gradient = hessian @ (w - best)
        piled = gradient if setting.zero_grad else piled + gradient
        w = w - setting.lr * piled
        path.append(w if np.abs(w).max() < _FAR else np.full_like(w, np.inf))
        if not np.isfinite(path[-1]).all():
            break
    return path
