"""What is worth doing again, and when: solved, but not at once, and some days ago."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from store_world import FakeCourse

from grader.course.learning.drills import MOST, NEVER, drills_of, due_at
from grader.model import Exercise
from grader.store import Progress

NOW = datetime.fromisoformat("2026-03-20T12:00:00+00:00")


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def solved(first: float, last: float | None = None, attempts: int = 3, mistake: str | None = None) -> Progress:
    """Solved `first` days ago, tried for the last time `last` days ago."""
    return Progress(5, True, attempts, mistake, ago(first if last is None else last), ago(first))


def due(at: Progress | None) -> bool:
    return due_at(at) <= NOW


@pytest.mark.parametrize(
    ("at", "is_due"),
    [
        (None, False),
        (Progress(0, False, 4, "flipped", ago(9), None), False),  # not solved yet: go on with it, it is no drill
        (solved(9, attempts=1), False),  # worked at once
        (solved(2.9), False),
        (solved(3), True),
        (solved(6.1, 3), False),  # came back after three days: the next pause is as long as what lies behind
        (solved(6, 3), True),
        (solved(20, 9), False),  # eleven days between: eleven more
        (solved(20, 10), True),
        (solved(20, 0.9, mistake="flipped"), False),
        (solved(20, 1, mistake="flipped"), True),  # the return went wrong: tomorrow again
    ],
)
def test_exercise_is_due_when_its_pause_is_over(at: Progress | None, is_due: bool) -> None:
    assert due(at) is is_due


def test_exercise_that_worked_at_once_is_never_due() -> None:
    assert due_at(solved(9, attempts=1)) == NEVER


def course(*ids: str) -> list[Exercise]:
    """`concept/exercise` each."""
    pairs = [id.split("/") for id in ids]
    return [cast(Exercise, SimpleNamespace(concept=concept, id=id)) for concept, id in pairs]


def test_what_waits_longest_comes_first() -> None:
    found = drills_of(course("a/one", "b/two"), {"one": solved(4), "two": solved(9)}, NOW)
    assert found == ("two", "one")


def test_one_exercise_of_a_concept_is_enough() -> None:
    found = drills_of(course("a/one", "a/two", "b/three"), {id: solved(4) for id in ("one", "two", "three")}, NOW)
    assert found == ("one", "three")


def test_only_some_are_asked_for() -> None:
    every = course(*(f"c{n}/e{n}" for n in range(9)))
    assert len(drills_of(every, {one.id: solved(9) for one in every}, NOW)) == MOST


def test_exercise_that_left_the_course_is_no_drill() -> None:
    assert drills_of(FakeCourse.exercises, {"gone": cast(Any, solved(9))}, NOW) == ()
