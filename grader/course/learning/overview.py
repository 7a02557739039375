"""The whole course at a glance, for one learner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from grader.course.learning.drills import drills_of
from grader.model import Exercise
from grader.store import Progress


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a learner stands in one exercise. `begun`: typed in, run or submitted at least once."""

    best: int
    points: int
    passed: bool
    attempts: int
    last_misconception: str | None
    begun: bool = False
    last_at: datetime | None = None
    passed_at: datetime | None = None
    hidden_until: str | None = None
    """When what hidden checks found is shown; until then nothing is said of points or of passing."""


@dataclass(frozen=True, slots=True)
class Overview:
    """All exercises of the course. `left_off` is the one touched last, `next_up` the one to go on with: None when all are
    solved. `drills` are solved ones that are worth doing again now."""

    exercises: Mapping[str, Standing]
    solved: int
    points: int
    left_off: str | None
    left_off_at: datetime | None
    next_up: str | None
    drills: tuple[str, ...] = ()

    @property
    def max_points(self) -> int:
        return sum(standing.points for standing in self.exercises.values())


def overview_of(
    exercises: Sequence[Exercise],
    progress: Mapping[str, Progress],
    touched: Sequence[tuple[str, datetime]],
    now: datetime,
    veils: Mapping[str, str] = MappingProxyType({}),
) -> Overview:
    """Put together what the store knows (`touched`: newest first). Exercises that left the course do not count.

    `veils`: exercises whose hidden checks are not to be shown yet, and until when.
    """
    progress = {id: _veiled(one) if id in veils else one for id, one in progress.items()}
    begun = {id for id, _ in touched} | set(progress)
    standings = {one.id: _standing(one, progress.get(one.id), one.id in begun, veils.get(one.id)) for one in exercises}
    left_off, left_off_at = next(((id, at) for id, at in touched if id in standings), (None, None))
    return Overview(
        exercises=standings,
        solved=sum(standing.passed for standing in standings.values()),
        points=sum(standing.best for standing in standings.values()),
        left_off=left_off,
        left_off_at=left_off_at,
        next_up=_next_up(standings, left_off),
        drills=drills_of(exercises, progress, now),
    )


def _veiled(at: Progress) -> Progress:
    """What is known without hidden checks: that something was handed in."""
    return replace(at, best=0, passed=False, last_misconception=None, passed_at=None)


def _standing(exercise: Exercise, progress: Progress | None, begun: bool, hidden_until: str | None) -> Standing:
    if progress is None:
        return Standing(0, exercise.points, False, 0, None, begun, hidden_until=hidden_until)
    return Standing(
        best=min(progress.best, exercise.points),  # the exercise may have had more points then
        points=exercise.points,
        passed=progress.passed,
        attempts=progress.attempts,
        last_misconception=progress.last_misconception,
        begun=begun,
        last_at=progress.last_at,
        passed_at=progress.passed_at,
        hidden_until=hidden_until,
    )


def _next_up(standings: Mapping[str, Standing], left_off: str | None) -> str | None:
    """The first unsolved exercise from the one touched last on; those before it come after the last."""
    ids = list(standings)
    start = ids.index(left_off) if left_off is not None else 0
    unsolved = [id for id in ids[start:] + ids[:start] if not standings[id].passed]
    handed_in = {id for id in unsolved if standings[id].hidden_until and standings[id].attempts}
    return next((id for id in unsolved if id not in handed_in), unsolved[0] if unsolved else None)
