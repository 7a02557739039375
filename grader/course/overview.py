"""The whole course at a glance, for one learner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from grader.course.drills import drills_of
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
) -> Overview:
    """Put together what the store knows (`touched`: newest first). Exercises that left the course do not count."""
    begun = {id for id, _ in touched} | set(progress)
    standings = {one.id: _standing(one, progress.get(one.id), one.id in begun) for one in exercises}
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


def _standing(exercise: Exercise, progress: Progress | None, begun: bool) -> Standing:
    if progress is None:
        return Standing(0, exercise.points, False, 0, None, begun)
    return Standing(
        best=min(progress.best, exercise.points),  # the exercise may have had more points then
        points=exercise.points,
        passed=progress.passed,
        attempts=progress.attempts,
        last_misconception=progress.last_misconception,
        begun=begun,
        last_at=progress.last_at,
        passed_at=progress.passed_at,
    )


def _next_up(standings: Mapping[str, Standing], left_off: str | None) -> str | None:
    """The first unsolved exercise from the one touched last on; those before it come after the last."""
    ids = list(standings)
    start = ids.index(left_off) if left_off is not None else 0
    return next((id for id in ids[start:] + ids[:start] if not standings[id].passed), None)
