"""Regrading: a dry run beside what is in force, who goes up and down, apply in one transaction, undo, and the command."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import class_world as world
import cli_world
import pytest
from class_world import ADA, BEN, CHEN, COURSE, EVE, INES, NOON, TOM
from store_world import FakeCourse, FakeGrader, internal, until, verdict

from grader.cli import session
from grader.course.gradebook.gradebook import Gradebook
from grader.course.gradebook.regrading import PERSON, Regrading
from grader.course.homework import grades
from grader.course.learning.grading import GRADER
from grader.errors import Declined, NotAllowed
from grader.model import Verdict
from grader.store import Connection, Store, assignments, audit, gradebook, rollups
from grader.store.audit import Filter
from grader.store.schema import learners

LATER = NOON + timedelta(days=10)


class MendedCourse(FakeCourse):
    """The course after a test of corr2d was mended."""

    exercises: Any = tuple(replace(one, version="v2" if one.id == "corr2d" else "v1") for one in FakeCourse.exercises)


class Judge(FakeGrader):
    """Answers each submission in turn with the next of these scores, on the second half of them again."""

    def __init__(self, *said: Verdict | Exception) -> None:
        super().__init__()
        self.said = list(said)

    def grade(self, exercise: str, answer: Any, /, **more: Any) -> Future[Verdict]:
        """The next verdict."""
        future = super().grade(exercise, answer, **more)
        said = self.said.pop(0)
        if isinstance(said, Exception):
            future.set_exception(said)
        else:
            future.set_result(said)
        return future


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = world.a_course(tmp_path)
    one = world.homework()

    def work(connection: Connection) -> None:
        assignments.save(connection, COURSE, one.id, (one.opens, one.due, one.closes), one.model_dump_json())
        grades.refresh_all(connection, COURSE)

    opened.write(work).result()
    yield opened
    opened.close()


def regrading(store: Store, *said: Verdict | Exception, course: Any = None) -> Regrading:
    return Regrading(course or MendedCourse(), store, Judge(*said), clock=lambda: LATER)


def in_force(store: Store, *ids: int) -> list[tuple[int, str]]:
    """Score and version of what counts."""
    found = [cast(Any, store.submission(id)) for id in ids]
    return [(one.verdict.score, one.verdict.version) for one in found]


def new(score: int, **more: Any) -> Verdict:
    return replace(verdict(score), version="v2", **more)


def everything(store: Store) -> Any:
    """What follows from verdicts: grades, and where the rollups are wrong."""
    with store.read() as connection:
        return gradebook.grades_of(connection, COURSE), rollups.drift(connection)


def test_dry_run_grades_with_the_seed_of_then_and_counts_nothing(store: Store) -> None:
    id = world.submit(store, ADA, 2)
    ours = regrading(store, new(5))
    ours.judge(INES.id, "corr2d")
    asked = cast(Judge, ours._grader).asked[0]
    assert (asked.seed, asked.person, asked.mode.value) == (7, PERSON, "submit")
    assert in_force(store, id) == [(2, "v1")]


def test_preview_tells_who_goes_up_who_down_and_why(store: Store) -> None:
    for who, score in ((ADA, 2), (BEN, 5), (CHEN, 3)):
        world.submit(store, who, score)
    ours = regrading(store, new(5), new(2), new(3))
    ours.judge(INES.id, "corr2d")
    down, up = ours.preview(INES.id, "corr2d").effects
    assert [(one.person, one.before, one.after, one.gain) for one in (down, up)] == [
        (BEN, 5, 2, -6.0),
        (ADA, 2, 5, 6.0),
    ]
    assert [(grade.before, grade.after) for grade in up.grades] == [(4.0, 10.0)]
    assert [(check.id, check.before, check.after) for check in up.why] == [("random", "failed", "passed")]


def test_check_that_is_only_worth_more_is_told_with_its_points(store: Store) -> None:
    world.submit(store, ADA, 2)
    worth_more = replace(new(4), checks=(replace(verdict(2).checks[0], points=4), verdict(2).checks[1]))
    ours = regrading(store, worth_more)
    ours.judge(INES.id, "corr2d")
    (check,) = ours.preview(INES.id, "corr2d").effects[0].why
    assert (check.id, check.before, check.after, check.points) == ("example", "passed", "passed", (0, 4))


def test_preview_leaves_everything_as_it_was(store: Store) -> None:
    id = world.submit(store, ADA, 2)
    ours = regrading(store, new(5))
    ours.judge(INES.id, "corr2d")
    before = everything(store)
    ours.preview(INES.id, "corr2d")
    assert everything(store) == before and in_force(store, id) == [(2, "v1")]


def test_other_verdict_that_moves_nobody_is_only_counted(store: Store) -> None:
    world.submit(store, ADA, 5, hours=-9)
    world.submit(store, ADA, 3)
    ours = regrading(store, new(5), new(2))
    ours.judge(INES.id, "corr2d")
    preview = ours.preview(INES.id, "corr2d")
    assert (preview.effects, preview.quiet, preview.of) == ((), 1, 2)


def test_apply_is_what_the_preview_said_and_the_rollups_stay_right(store: Store) -> None:
    ids = [world.submit(store, who, score) for who, score in ((ADA, 2), (BEN, 5))]
    ours = regrading(store, new(5), new(2))
    ours.judge(INES.id, "corr2d")
    assert ours.apply(INES.id, ["corr2d"]) == [1]
    assert in_force(store, *ids) == [(5, "v2"), (2, "v2")]
    lines = Gradebook(store, clock=lambda: LATER).sheet(INES.id, "hw-1").lines
    assert [line.points for line in lines] == [10.0, 4.0, 0.0]
    assert Gradebook(store).check_ledger(INES.id) == ()
    assert not any(everything(store)[1].checks.values())


def test_undo_puts_back_exactly_what_was_in_force(store: Store) -> None:
    ids = [world.submit(store, who, score) for who, score in ((ADA, 2), (BEN, 5))]
    before = everything(store)
    ours = regrading(store, new(5), new(2))
    ours.judge(INES.id, "corr2d")
    (id,) = ours.apply(INES.id, ["corr2d"])
    ours.undo(INES.id, id)
    assert everything(store) == before and in_force(store, *ids) == [(2, "v1"), (5, "v1")]
    assert ours.preview(INES.id, "corr2d").effects  # the new verdicts are kept, too


def test_apply_twice_changes_nothing_more(store: Store) -> None:
    world.submit(store, ADA, 2)
    ours = regrading(store, new(5))
    ours.judge(INES.id, "corr2d")
    ours.apply(INES.id, ["corr2d"])
    assert ours.apply(INES.id, ["corr2d"]) == []


def test_run_that_broke_goes_on_where_it_was(store: Store) -> None:
    for _ in range(3):
        world.submit(store, ADA, 2)
    with pytest.raises(RuntimeError):
        regrading(store, new(5), RuntimeError("killed"), new(5)).judge(INES.id, "corr2d")
    again = regrading(store, new(5), new(5))
    assert again.pending(INES.id, "corr2d") == 2
    assert again.judge(INES.id, "corr2d").done == 2


def test_our_fault_never_takes_the_place_of_a_verdict(store: Store) -> None:
    id = world.submit(store, ADA, 5)
    ours = regrading(store, internal())
    assert ours.judge(INES.id, "corr2d").failed == 1
    assert ours.apply(INES.id, ["corr2d"]) == [] and in_force(store, id) == [(5, "v1")]


def test_submission_that_failed_by_our_fault_can_be_mended(store: Store) -> None:
    id = world.submit(store, ADA, 0, outcome=internal().outcome)
    ours = regrading(store, new(5))
    ours.judge(INES.id, "corr2d")
    ours.apply(INES.id, ["corr2d"])
    assert in_force(store, id) == [(5, "v2")]


def test_older_regrade_is_undone_after_the_newer_one(store: Store) -> None:
    world.submit(store, ADA, 2)
    ours = regrading(store, new(5))
    ours.judge(INES.id, "corr2d")
    (first,) = ours.apply(INES.id, ["corr2d"])
    newer = regrading(store, new(3), course=FakeCourse())
    newer.judge(INES.id, "corr2d")
    (second,) = newer.apply(INES.id, ["corr2d"])
    with pytest.raises(Declined, match=f"Undo {second} first"):
        newer.undo(INES.id, first)
    newer.undo(INES.id, second)
    newer.undo(INES.id, first)


def test_points_set_by_hand_stay_and_are_told(store: Store) -> None:
    world.submit(store, ADA, 2)
    Gradebook(store).override(INES.id, ADA.id, "hw-1", "corr2d", 7, "oral")
    ours = regrading(store, new(5))
    ours.judge(INES.id, "corr2d")
    assert ours.preview(INES.id, "corr2d").effects[0].grades[0].is_overridden
    ours.apply(INES.id, ["corr2d"])
    assert Gradebook(store).sheet(INES.id, "hw-1").lines[0].grade == 7.0


def test_exercise_in_a_new_version_is_stale_until_its_verdicts_are_in_force(store: Store) -> None:
    world.submit(store, ADA, 2)
    world.submit(store, ADA, 2, exercise="edges")
    ours = regrading(store, new(5))
    assert ours.stale(INES.id) == ("corr2d",)
    ours.judge(INES.id, "corr2d")
    ours.apply(INES.id, ["corr2d"])
    assert ours.stale(INES.id) == ()


def test_submissions_of_other_courses_and_of_staff_are_left_alone(store: Store) -> None:
    world.submit(store, EVE, 2)
    world.submit(store, TOM, 2)
    assert regrading(store).judge(INES.id, "corr2d").done == 0


def test_what_an_erased_person_handed_in_is_left_alone(store: Store) -> None:
    world.submit(store, ADA, 2)
    erased = learners.update().where(learners.c.id == ADA.id).values(erased_at=LATER)
    store.write(lambda connection: connection.execute(erased)).result()
    assert regrading(store).judge(INES.id, "corr2d").done == 0


@pytest.mark.parametrize("who", [TOM.id, ADA.id, "nobody"])
def test_regrading_is_for_instructors(store: Store, who: str) -> None:
    ours = regrading(store)
    calls: list[Callable[[], Any]] = [
        lambda: ours.stale(who),
        lambda: ours.applied(who),
        lambda: ours.judge(who, "corr2d"),
        lambda: ours.start(who, "corr2d"),
        lambda: ours.preview(who, "corr2d"),
        lambda: ours.apply(who, ["corr2d"]),
        lambda: ours.undo(who, 1),
    ]
    for call in calls:
        with pytest.raises(NotAllowed):
            call()


def test_regrade_of_another_course_is_unknown(store: Store) -> None:
    world.submit(store, ADA, 2)
    ours = regrading(store, new(5))
    ours.judge(INES.id, "corr2d")
    (id,) = ours.apply(INES.id, ["corr2d"])
    with pytest.raises(Declined, match="no regrade"):
        ours.undo(EVE.id, id)


def test_regrade_and_undo_are_audited(store: Store) -> None:
    world.submit(store, ADA, 2)
    ours = regrading(store, new(5))
    ours.judge(INES.id, "corr2d")
    (id,) = ours.apply(INES.id, ["corr2d"])
    ours.undo(INES.id, id)
    with store.read() as connection:
        found, _ = audit.entries(connection, COURSE, Filter(action="regrade."), limit=5)
    assert [(one.action, one.details["submissions"]) for one in found] == [
        ("regrade.undone", 1),
        ("regrade.applied", 1),
    ]


def test_run_in_the_background_tells_how_far_it_is(store: Store) -> None:
    world.submit(store, ADA, 2)
    ours = Regrading(MendedCourse(), store, waiting := FakeGrader(), clock=lambda: LATER)
    ours.start(INES.id, "corr2d")
    with pytest.raises(Declined, match="going on already"):
        ours.start(INES.id, "corr2d")
    assert until(lambda: waiting.asked)
    waiting.asked[0].future.set_result(new(5))
    assert until(lambda: cast(Any, ours.progress(INES.id, "corr2d")).is_over)
    assert cast(Any, ours.progress(INES.id, "corr2d")).done == 1


# ---------- the command ----------


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> cli_world.Command:
    command = cli_world.commands(monkeypatch, capsys, tmp_path)
    monkeypatch.setattr(session, "catalog", lambda lenient=False: MendedCourse())

    @contextmanager
    def judge(jobs: int | None = None) -> Iterator[FakeGrader]:
        yield FakeGrader(always=new(5))

    monkeypatch.setattr(session, "judge", judge)
    return command


def test_command_tells_first_then_applies_then_undoes(store: Store, run: cli_world.Command) -> None:
    id = world.submit(store, ADA, 2)
    dry = run("regrade", COURSE)
    assert dry.out == (
        "▲ up   Ada Osei (ada@example.org)  corr2d 2 → 5 of 5; hw-1/corr2d: 4 → 10; why: random failed → passed\n"
    )
    assert dry.code == 0 and "Dry run" in dry.err and in_force(store, id) == [(2, "v1")]
    assert "Regrade 1 is in force" in run("regrade", COURSE, "--exercise", "corr2d", "--apply").err
    assert in_force(store, id) == [(5, "v2")]
    assert run("regrade", COURSE, "--undo", "1").code == 0
    assert in_force(store, id) == [(2, "v1")]


def test_command_with_nothing_to_do_says_so(store: Store, run: cli_world.Command) -> None:
    ended = run("regrade", COURSE)
    assert (ended.code, ended.out) == (0, "") and "No exercise has changed" in ended.err


@pytest.mark.parametrize(
    "arguments",
    [("nowhere",), (COURSE, "--exercise", "nothing"), (COURSE, "--undo", "4"), (COURSE, "--undo", "1", "--apply")],
)
def test_command_used_wrongly_says_so_in_one_line(
    store: Store, run: cli_world.Command, arguments: tuple[str, ...]
) -> None:
    ended = run("regrade", *arguments)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)


def test_verdicts_are_kept_under_grader_and_version(store: Store) -> None:
    world.submit(store, ADA, 2)
    ours = regrading(store, new(5))
    ours.judge(INES.id, "corr2d")
    (id,) = ours.apply(INES.id, ["corr2d"])
    assert ours.applied(INES.id)[0].grader == f"{GRADER}:v2" and id == 1
