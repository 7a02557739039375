"""The room as an instructor sees it: who is stuck, who works, who is done, and nobody of another course."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from class_world import ADA, BEN, CHEN, COURSE, EVE, INES, NOON, TOM, a_course, homework, submit
from sqlalchemy import insert, update
from store_world import FakeCourse

from grader.course.access import Operator
from grader.course.classroom.classroom import Cell, Classroom, View
from grader.errors import NotAllowed, UnknownAssignment, UnknownPerson
from grader.store import Store, pack
from grader.store.schema import learners
from grader.store.schema_courses import assignments

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = a_course(tmp_path)
    yield made
    made.close()


def classroom(store: Store, now: datetime = LATER) -> Classroom:
    return Classroom(FakeCourse(), store, clock=lambda: now)


def fail(store: Store, who: Any, times: int, *, until: float = 0.95, exercise: str = "corr2d", score: int = 3) -> None:
    """So many like failures, a minute apart, the last so many hours after noon."""
    for n in range(times):
        submit(store, who, score, exercise=exercise, hours=until - (times - 1 - n) / 60)


def save_homework(store: Store) -> None:
    one = homework()
    row = insert(assignments).values(
        course=COURSE, id=one.id, opens=one.opens, due=one.due, closes=one.closes, spec=one.model_dump_json()
    )
    store.write(lambda c: c.execute(row)).result()


# ---------- Stuck, working, done ----------


def test_five_like_failures_are_shown_as_stuck_with_the_reason(store: Store) -> None:
    fail(store, ADA, 5)
    (one,) = classroom(store).now(INES.id).stuck
    assert (one.person, one.exercise, one.attempts, one.reason.code, one.reason.times) == (ADA, "corr2d", 5, "same", 5)
    assert one.since == NOON + timedelta(hours=0.95, minutes=-4)


def test_stuck_learner_is_named_by_how_the_first_open_check_fails(store: Store) -> None:
    fail(store, ADA, 5, score=1)
    (one,) = classroom(store).now(INES.id).stuck
    assert one.failing is not None
    assert one.failing.checks == ("example", "random")


def test_stuck_twice_is_listed_once_where_they_tried_last(store: Store) -> None:
    fail(store, ADA, 5, until=0.5)
    fail(store, ADA, 5, until=0.9, exercise="edges")
    room = classroom(store).now(INES.id)
    assert [one.exercise for one in room.stuck] == ["edges"]
    assert [cell.state for cell in room.rows[0].cells] == ["stuck", "stuck", "none", "none"]


def test_who_went_home_is_not_stuck_any_more(store: Store) -> None:
    fail(store, ADA, 6)
    assert classroom(store, LATER + timedelta(hours=2)).now(INES.id).stuck == ()


def test_typing_within_five_minutes_is_working(store: Store) -> None:
    store.save_draft(BEN.id, "edges", pack("def edges", "code"), LATER - timedelta(minutes=4))
    store.save_draft(CHEN.id, "edges", pack("def edges", "code"), LATER - timedelta(minutes=6))
    (one,) = classroom(store).now(INES.id).working
    assert (one.person, one.exercise) == (BEN, "edges")


def test_work_counts_from_the_first_attempt(store: Store) -> None:
    submit(store, BEN, hours=0.5)
    submit(store, BEN, hours=0.95)
    (one,) = classroom(store).now(INES.id).working
    assert one.since == NOON + timedelta(minutes=30)


def test_who_solved_everything_that_is_shown_is_done(store: Store) -> None:
    submit(store, CHEN, 5)
    submit(store, CHEN, 5, exercise="edges")
    save_homework(store)
    assert classroom(store).now(INES.id).done == ()
    assert classroom(store).now(INES.id, View(assignment="hw-1")).done == (CHEN,)


# ---------- The heat map ----------


def test_cells_say_how_it_stands_and_after_how_many_attempts(store: Store) -> None:
    submit(store, ADA, 5)
    submit(store, ADA, 2, exercise="edges", hours=-3)
    submit(store, ADA, 5, exercise="edges", hours=-2)
    submit(store, ADA, 5, exercise="edges", hours=-1)
    submit(store, ADA, 1, exercise="choice")
    row = next(row for row in classroom(store).now(INES.id).rows if row.person == ADA)
    assert row.cells == (Cell("once", 1), Cell("after", 2), Cell("trying", 1), Cell("none", 0))
    assert row.solved == 2


def test_stuck_come_first_then_who_solved_least(store: Store) -> None:
    submit(store, ADA, 5)
    fail(store, CHEN, 5)
    assert [row.person for row in classroom(store).now(INES.id).rows] == [CHEN, BEN, ADA]


def test_section_shows_its_learners_alone(store: Store) -> None:
    fail(store, CHEN, 5)
    room = classroom(store).now(INES.id, View(section="A"))
    assert ({row.person for row in room.rows}, room.stuck) == ({ADA, BEN}, ())


def test_assignment_shows_its_exercises_alone(store: Store) -> None:
    save_homework(store)
    assert classroom(store).now(INES.id, View(assignment="hw-1")).exercises == ("corr2d", "edges")
    assert classroom(store).now(INES.id, View(concept="nothing")).exercises == ()


def test_assignment_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(UnknownAssignment):
        classroom(store).now(INES.id, View(assignment="hw-9"))


def test_who_left_is_not_in_the_room(store: Store) -> None:
    fail(store, ADA, 5)
    store.write(lambda c: c.execute(update(learners).where(learners.c.id == ADA.id).values(left_at=NOON))).result()
    room = classroom(store).now(INES.id)
    assert (ADA in {row.person for row in room.rows}, room.stuck) == (False, ())


def test_choices_name_sections_and_assignments(store: Store) -> None:
    save_homework(store)
    found = classroom(store).choices(TOM.id)
    assert (found.title, found.sections, [one.id for one in found.assignments]) == (
        "Autumn course",
        ("A", "B"),
        ["hw-1"],
    )


# ---------- Shared mistakes ----------


def test_shared_mistakes_count_learners_not_attempts(store: Store) -> None:
    fail(store, ADA, 3)
    submit(store, BEN, 3)
    submit(store, CHEN, 1)
    found = classroom(store).mistakes(INES.id)
    assert [one.cluster.learners for one in found] == [2, 1]
    assert found[0].failing is not None


def test_mistakes_of_last_week_are_not_shared_now(store: Store) -> None:
    submit(store, ADA, 3)
    assert classroom(store, NOON + timedelta(days=8)).mistakes(INES.id) == ()


# ---------- One learner ----------


def test_profile_has_every_attempt_and_the_neighbours_by_name(store: Store) -> None:
    first, second = submit(store, BEN, 2, hours=-2), submit(store, BEN, 5, hours=-1)
    found = classroom(store).profile(TOM.id, BEN.id)
    assert [(one.id, one.passed) for one in found.moments] == [(first, False), (second, True)]
    assert (found.before, found.after, found.overview.solved) == (ADA, CHEN, 1)


def test_attempts_are_unmasked_and_newest_first(store: Store) -> None:
    submit(store, BEN, 2, hours=-2)
    submit(store, BEN, 5, hours=-1)
    newest, oldest = classroom(store).attempts(TOM.id, BEN.id, "corr2d")
    assert newest.verdict is not None and oldest.verdict is not None
    assert (newest.number, newest.verdict.passed, oldest.verdict.checks[1].hidden) == (2, True, True)


# ---------- Who may ask ----------


def test_learner_sees_nothing_of_the_room(store: Store) -> None:
    room = classroom(store)
    for ask in (room.now, room.mistakes, room.choices, lambda who: room.profile(who, BEN.id)):
        with pytest.raises(NotAllowed):
            ask(ADA.id)


def test_another_course_sees_none_of_these_learners(store: Store) -> None:
    fail(store, ADA, 5)
    room = classroom(store)
    assert (room.now(EVE.id).rows, room.mistakes(EVE.id)) == ((), ())
    for ask in (lambda: room.profile(EVE.id, ADA.id), lambda: room.attempts(EVE.id, ADA.id, "corr2d")):
        with pytest.raises(UnknownPerson):
            ask()


def test_operator_sees_the_course_of_the_command(store: Store) -> None:
    assert len(classroom(store).now(Operator(COURSE)).rows) == 3
