"""Training: what the author's `diagnose` and `curves` may look at, and curves made fit to be charted and stored."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from grader.authoring import Report
from grader.judge.arrays import from_wire
from grader.judge.detect import Attempt, by_check
from grader.judge.families import PASSED
from grader.model import Curve
from grader.sandbox.job import Ran

POINTS = 400
"""Points of the longest curve that is kept."""
HUGE = 1e30


def report(source: str, attempt: Attempt) -> Report:
    """What every case of every check returned, hostile as it is."""
    outputs: dict[str, Sequence[Any]] = {}
    for id, group in by_check(attempt.planned):
        runs = [attempt.runs[index] for index, _ in group]
        outputs[id] = [from_wire(run.value) if run.ran is Ran.RETURNED else None for run in runs]
    cases = {id: [p.case for _, p in group] for id, group in by_check(attempt.planned)}
    failed = frozenset(id for id, judged in attempt.judged.items() if judged.result is not PASSED)
    return Report(source, outputs, cases, failed)


def clean(curves: Mapping[str, Curve]) -> dict[str, Curve]:
    """Curves of finite numbers and at most `POINTS` points: each line ends before its first NaN or infinity."""
    return {str(name): _clean(curve) for name, curve in curves.items()}


def _clean(curve: Curve) -> Curve:
    return replace(
        curve,
        losses=_line(curve.losses),
        recomputed=_line(curve.recomputed),
        training=_line(curve.training),
        reference=_line(curve.reference),
        path=_path(curve.path),
        reference_path=_path(curve.reference_path),
        best=_line(curve.best),
        hessian=_path(curve.hessian),
        lr=_rate(curve.lr),
        reference_lr=_rate(curve.reference_lr),
        critical_lr=_rate(curve.critical_lr),
    )


def _line(values: Sequence[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for value in values[:POINTS]:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < HUGE:
            break
        kept.append(float(value))
    return tuple(kept)


def _path(points: Sequence[Sequence[float]]) -> tuple[tuple[float, ...], ...]:
    kept: list[tuple[float, ...]] = []
    for point in points[:POINTS]:
        line = _line(point)
        if len(line) != len(point):
            break
        kept.append(line)
    return tuple(kept)


def _rate(value: float | None) -> float | None:
    return float(value) if isinstance(value, (int, float)) and math.isfinite(value) else None
