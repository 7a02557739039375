"""Assignments as instructors set them and learners see them; the commands that do the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from class_world import ADA, BEN, CHEN, COURSE, EVE, INES, NOON, TOM, a_course, homework, submit
from cli_world import Command, commands
from store_world import FakeCourse

from grader.cli import course as cli_course
from grader.course.homework.courses import set_course
from grader.course.homework.homework import Homework, NewDates
from grader.errors import Declined, NotAllowed, UnknownAssignment, UnknownExercise, UnknownPerson
from grader.store import Store, audit
from grader.store.audit import Filter

YAML = "id: hw-1\ntitle: Edges\nopens: 2026-02-20 08:00\ndue: 2026-03-02 13:00\nexercises:\n  corr2d: 10\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = a_course(tmp_path)
    yield made
    made.close()


def uses(store: Store, hours: float = -1) -> Homework:
    return Homework(FakeCourse(), store, clock=lambda: NOON + timedelta(hours=hours))


@pytest.mark.parametrize(
    "act",
    [
        lambda use, who: use.save(who, homework()),
        lambda use, who: use.delete(who, "hw-1"),
        lambda use, who: use.extend(who, "hw-1", NewDates("section", "A", due=NOON)),
        lambda use, who: use.withdraw(who, "hw-1", "section", "A"),
        lambda use, who: use.extensions(who, "hw-1"),
        lambda use, who: use.load(who, YAML),
        lambda use, who: use.dump(who),
    ],
)
@pytest.mark.parametrize("who", [TOM, ADA])
def test_only_instructors_set_homework(store: Store, who: Any, act: Callable[[Homework, str], Any]) -> None:
    uses(store).save(INES.id, homework())
    with pytest.raises(NotAllowed):
        act(uses(store), who.id)


def test_instructor_of_another_course_sees_and_changes_nothing(store: Store) -> None:
    uses(store).save(INES.id, homework())
    assert uses(store).all(EVE.id) == []
    with pytest.raises(UnknownAssignment):
        uses(store).delete(EVE.id, "hw-1")


def test_extension_for_somebody_of_another_course_is_for_nobody(store: Store) -> None:
    uses(store).save(INES.id, homework())
    with pytest.raises(UnknownPerson):
        uses(store).extend(INES.id, "hw-1", NewDates("learner", EVE.id, due=NOON))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (NewDates("section", "Z", due=NOON), "Nobody in this course is in section Z"),
        (NewDates("section", "A"), "at least one other date"),
        (NewDates("section", "A", due=NOON - timedelta(days=30)), "Put the dates into this order"),
        (NewDates("section", "A", due=NOON, closes=NOON - timedelta(days=1)), "Put the dates into this order"),
    ],
)
def test_extension_that_cannot_be_is_declined(store: Store, given: NewDates, says: str) -> None:
    uses(store).save(INES.id, homework())
    with pytest.raises(Declined, match=says):
        uses(store).extend(INES.id, "hw-1", given)


def test_assignment_of_an_exercise_that_there_is_not_is_not_saved(store: Store) -> None:
    with pytest.raises(UnknownExercise):
        uses(store).save(INES.id, homework(), homework("hw-2", parts=[{"exercise": "nope", "points": 1}]))
    assert uses(store).all(INES.id) == []


def test_assignment_is_deleted_only_while_nothing_counts(store: Store) -> None:
    uses(store).save(INES.id, homework(), homework("hw-2", opens=NOON, due=NOON + timedelta(days=1)))
    submit(store, ADA, 3)
    uses(store).delete(INES.id, "hw-2")
    with pytest.raises(Declined, match="Something counts for hw-1"):
        uses(store).delete(INES.id, "hw-1")


def test_every_change_is_written_down_without_names(store: Store) -> None:
    uses(store).save(INES.id, homework())
    uses(store).extend(INES.id, "hw-1", NewDates("learner", ADA.id, due=NOON, reason="Ada was ill"))
    with store.read() as connection:
        found, _ = audit.entries(connection, COURSE, Filter(), limit=9)
    assert [(one.action, one.actor, one.subject) for one in found] == [
        ("extension.given", INES.id, ADA.id),
        ("assignment.saved", INES.id, "hw-1"),
    ]
    assert "ill" not in str(found)


# ---------- as a learner sees it ----------


def test_learner_sees_their_dates_states_and_points(store: Store) -> None:
    uses(store).save(INES.id, homework(attempts=5))
    submit(store, ADA, 5)
    (mine,) = uses(store).mine(ADA.id)
    assert (mine.phase, mine.points, [part.state for part in mine.parts]) == ("open", 10, ["passed", "todo"])
    assert [part.attempts_left for part in mine.parts] == [4, 5]


def test_after_due_but_before_closing_it_says_what_it_costs(store: Store) -> None:
    uses(store).save(INES.id, homework(late={"percent_per_day": 10}))
    (mine,) = uses(store, hours=25).mine(ADA.id)
    assert mine.phase == "late" and mine.late is not None and mine.late.costs == 20


def test_next_due_is_the_first_with_something_to_do(store: Store) -> None:
    uses(store).save(INES.id, homework(parts=[{"exercise": "corr2d", "points": 1}]))
    uses(store).save(INES.id, homework("hw-2", due=NOON + timedelta(days=1)))
    submit(store, ADA, 1)
    found = [one and one.assignment.id for one in (uses(store).next_due(who.id) for who in (ADA, BEN))]
    assert found == ["hw-2", "hw-1"]


@pytest.mark.parametrize(("counts", "hours"), [("best", -2), ("chosen", 100)])
def test_submission_that_may_not_be_chosen_is_declined(store: Store, counts: str, hours: float) -> None:
    uses(store).save(INES.id, homework(counts=counts))
    id = submit(store, ADA, 3, hours=-2)
    with pytest.raises(Declined):
        uses(store, hours).choose(ADA.id, "hw-1", "corr2d", id)


def test_nobody_chooses_another_one_s_submission(store: Store) -> None:
    uses(store).save(INES.id, homework(counts="chosen"))
    id = submit(store, CHEN, 5)
    with pytest.raises(Declined, match="cannot count here"):
        uses(store).choose(ADA.id, "hw-1", "corr2d", id)


# ---------- the course, and the commands ----------


@pytest.mark.parametrize(
    ("id", "more", "says"),
    [
        ("Autumn 26", {}, "no id for a course"),
        ("x", {"zone": "Mars/Base"}, "no time zone Mars/Base"),
        ("x", {"zone": "/etc/passwd"}, "no time zone"),
        ("x", {"title": " "}, "1 to 200 characters"),
        ("x", {"late_days": -1}, "0 to 365"),
    ],
)
def test_course_that_cannot_be_is_declined(store: Store, id: str, more: Any, says: str) -> None:
    with pytest.raises(Declined, match=says):
        set_course(store, id, **more)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    monkeypatch.setenv("DOJO_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(cli_course, "catalog", FakeCourse)
    return commands(monkeypatch, capsys, tmp_path)


def test_course_and_its_homework_are_set_and_printed_by_commands(run: Command, tmp_path: Path) -> None:
    made = run("course", "autumn", "--zone", "Europe/Berlin", "--late-days", "3")
    assert made.out == "id: autumn\ntitle: autumn\nzone: Europe/Berlin\nlate_days: 3\n"
    assert "late_days: 3" in run("course", "autumn", "--title", "Images").out
    file = tmp_path / "homework.yaml"
    file.write_text(YAML, "utf-8")
    assert (
        "hw-1: 1 exercise, 10 points, due 2026-03-02 13:00 (Europe/Berlin)."
        in run("assignment", "autumn", str(file)).err
    )
    printed = run("assignment", "autumn").out
    file.write_text(printed, "utf-8")
    assert run("assignment", "autumn", str(file)).code == 0 and run("assignment", "autumn").out == printed


def test_wrong_use_of_the_commands_is_one_line(run: Command, tmp_path: Path) -> None:
    run("course", "autumn")
    ended = [
        run("course", "autumn", "--zone", "Nowhere"),
        run("assignment", "spring"),
        run("assignment", "autumn", str(tmp_path / "none.yaml")),
    ]
    assert [(one.code, one.err.count("\n"), one.out) for one in ended] == [(2, 1, "")] * 3
