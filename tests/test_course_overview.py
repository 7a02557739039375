"""The course at a glance: what is solved, where the learner left off, what comes next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from store_world import FakeCourse, at

from grader.course.learning.overview import Overview, overview_of
from grader.store import Progress

EXERCISES = FakeCourse.exercises
DONE = Progress(5, True, 2, None, at(3), at(2))
TRIED = Progress(2, False, 1, "flipped", at(1), None)


def overview(progress: dict[str, Progress] | None = None, *touched: str) -> Overview:
    """`touched`: the newest first."""
    return overview_of(EXERCISES, progress or {}, [(id, at(-n)) for n, id in enumerate(touched)], at(0))


def test_every_exercise_of_the_course_has_a_standing() -> None:
    assert list(overview().exercises) == ["corr2d", "edges", "choice", "kernel"]


def test_points_and_solved_add_up() -> None:
    found = overview({"corr2d": DONE, "edges": TRIED})
    assert (found.solved, found.points, found.max_points) == (1, 7, 20)


def test_standing_tells_what_went_wrong_last() -> None:
    found = overview({"edges": TRIED}).exercises["edges"]
    assert (found.best, found.points, found.passed, found.attempts, found.last_misconception) == (
        2,
        5,
        False,
        1,
        "flipped",
    )


def test_exercise_that_left_the_course_does_not_count() -> None:
    assert overview({"gone": DONE}).solved == 0


def test_best_is_at_most_todays_points() -> None:
    assert overview({"corr2d": replace(DONE, best=9)}).points == 5


def test_draft_alone_is_a_beginning() -> None:
    found = overview(None, "edges").exercises
    assert (found["edges"].begun, found["corr2d"].begun) == (True, False)


def test_left_off_is_touched_last() -> None:
    found = overview(None, "edges", "corr2d")
    assert (found.left_off, found.left_off_at) == ("edges", at(0))


def test_left_off_is_none_at_first() -> None:
    assert (overview().left_off, overview().left_off_at) == (None, None)


def test_left_off_passes_over_what_left_the_course() -> None:
    found = overview(None, "gone", "edges")
    assert (found.left_off, found.left_off_at) == ("edges", at(-1))


@pytest.mark.parametrize(
    ("solved", "touched", "expected"),
    [
        ((), (), "corr2d"),
        ((), ("edges",), "edges"),
        (("edges",), ("edges",), "choice"),
        (("edges", "choice", "kernel"), ("kernel",), "corr2d"),
        (("corr2d", "edges", "choice", "kernel"), ("edges",), None),
        (("corr2d",), (), "edges"),
    ],
)
def test_next_up(solved: tuple[str, ...], touched: tuple[str, ...], expected: str | None) -> None:
    assert overview(dict.fromkeys(solved, DONE), *touched).next_up == expected
