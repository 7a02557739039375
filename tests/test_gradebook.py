"""The gradebook: who has what and why, points set by hand, the ledger, and the commands."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import class_world as world
import cli_world
import pytest
from class_world import ADA, BEN, CHEN, COURSE, EVE, INES, NOON, TOM
from store_world import handed_in

from grader.course.gradebook import gradebook_tables as tables
from grader.course.gradebook.gradebook import Gradebook
from grader.course.gradebook.ledger import Step
from grader.course.homework import grades
from grader.errors import Declined, NotAllowed, UnknownAssignment, UnknownPerson
from grader.model import Person
from grader.store import Connection, Store, assignments, audit, people
from grader.store.assignments import Extension
from grader.store.audit import Filter
from grader.store.schema import verdicts
from grader.store.schema_courses import grades as grade_rows

LATER = NOON + timedelta(days=10)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = world.a_course(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def book(store: Store) -> Gradebook:
    return Gradebook(store, clock=lambda: LATER)


def give(store: Store, *extensions: Extension, bank: int = 0, id: str = "hw-1", **more: Any) -> None:
    """Homework 1, due at NOON, with these rules."""
    one = world.homework(id, **{"late": {"percent_per_day": 10}, **more})

    def work(connection: Connection) -> None:
        if bank:
            people.add_course(connection, COURSE, "Autumn course", "Europe/Berlin", NOON, late_days=bank)
        assignments.save(connection, COURSE, id, (one.opens, one.due, one.closes), one.model_dump_json())
        for extension in extensions:
            assignments.extend(connection, COURSE, extension)
        grades.refresh_all(connection, COURSE)

    store.write(work).result()


def longer(kind: Any, target: str, days: float) -> Extension:
    return Extension(
        "hw-1", kind, target, None, NOON + timedelta(days=days), NOON + timedelta(days=days + 3), "", "", NOON
    )


def tamper(store: Store, statement: Any) -> None:
    store.write(lambda connection: connection.execute(statement)).result()


# ---------- tables ----------


def test_sheet_holds_points_after_the_late_policy(store: Store, book: Gradebook) -> None:
    give(store)
    world.submit(store, ADA, 5, hours=30)
    ada = book.sheet(INES.id, "hw-1").lines[0]
    assert (ada.person, ada.points, ada.entries["corr2d"].points) == (ADA, 8.0, 8.0)


def test_learner_with_nothing_counted_has_an_empty_entry(store: Store, book: Gradebook) -> None:
    give(store)
    assert book.sheet(INES.id, "hw-1").lines[0].entries["corr2d"].grade is None


def test_submission_without_a_verdict_is_being_checked(store: Store, book: Gradebook) -> None:
    give(store)
    store.add_submission(handed_in(ADA.id, "edges"))
    assert book.sheet(INES.id, "hw-1").lines[0].entries["edges"].state == "checking"


def test_staff_and_people_of_other_courses_are_not_in_the_gradebook(store: Store, book: Gradebook) -> None:
    give(store)
    assert {line.person for line in book.sheet(INES.id, "hw-1").lines} == {ADA, BEN, CHEN}


@pytest.mark.parametrize("who", [TOM.id, ADA.id, "nobody"])
def test_gradebook_is_for_instructors(store: Store, book: Gradebook, who: str) -> None:
    give(store)
    for ask in (
        lambda: book.sheet(who, "hw-1"),
        lambda: book.whole(who),
        lambda: book.ledger(who, ADA.id, "hw-1"),
        lambda: book.check_ledger(who),
        lambda: book.override(who, ADA.id, "hw-1", "corr2d", 1, "x"),
        lambda: book.round_trip(who, "hw-1", b"Email,Homework 1\n"),
    ):
        with pytest.raises(NotAllowed):
            ask()


def test_instructor_of_another_course_meets_nobody(store: Store, book: Gradebook) -> None:
    give(store)
    with pytest.raises(UnknownPerson):
        book.ledger(EVE.id, ADA.id, "hw-1")


def test_unknown_assignment_is_answered_with_those_that_there_are(store: Store, book: Gradebook) -> None:
    give(store)
    with pytest.raises(UnknownAssignment, match="There are: hw-1"):
        book.sheet(INES.id, "hw-2")


def test_table_has_exactly_the_columns_of_the_contract(store: Store, book: Gradebook) -> None:
    give(store)
    world.submit(store, ADA, 3)
    book.override(INES.id, ADA.id, "hw-1", "edges", 7.5, "oral")
    rows = list(tables.of_sheet(book.sheet(INES.id, "hw-1")))
    assert rows[0] == ["learner_id", "name", "email", "login", "section", "corr2d", "edges", "points", "grade"]
    assert rows[1] == [ADA.id, "Ada Osei", "ada@example.org", "ada1", "A", "6", "", "6", "13.5"]


def test_table_of_the_whole_course_sums_over_assignments(store: Store, book: Gradebook) -> None:
    give(store)
    give(store, id="hw-2", parts=[{"exercise": "corr2d", "points": 1}], due=NOON + timedelta(days=1))
    world.submit(store, ADA, 5)
    rows = list(tables.of_course(book.whole(INES.id)))
    assert rows[0][5:] == ["hw-1/corr2d", "hw-1/edges", "hw-2/corr2d", "points", "grade"]
    assert rows[1][5:] == ["10", "", "1", "11", "11"]


# ---------- overrides ----------


def test_override_changes_the_grade_and_not_the_points(store: Store, book: Gradebook) -> None:
    give(store)
    world.submit(store, ADA, 5)
    book.override(INES.id, ADA.id, "hw-1", "corr2d", 4, "copied  the\nsolution")
    entry = book.sheet(INES.id, "hw-1").lines[0].entries["corr2d"]
    assert (entry.points, entry.grade, entry.override and entry.override.reason) == (10.0, 4.0, "copied the solution")


def test_override_taken_back_lets_what_was_earned_count(store: Store, book: Gradebook) -> None:
    give(store)
    world.submit(store, ADA, 5)
    book.override(INES.id, ADA.id, "hw-1", "corr2d", 4, "a slip")
    book.take_back(INES.id, ADA.id, "hw-1", "corr2d", "it was somebody else")
    entry = book.sheet(INES.id, "hw-1").lines[0].entries["corr2d"]
    assert (entry.grade, entry.override) == (10.0, None)


@pytest.mark.parametrize("points", [-0.01, 20.01, float("nan"), float("inf")])
def test_override_outside_zero_and_twice_the_points_is_refused(store: Store, book: Gradebook, points: float) -> None:
    give(store)
    with pytest.raises(Declined, match="between 0 and 20"):
        book.override(INES.id, ADA.id, "hw-1", "corr2d", points, "x")


@pytest.mark.parametrize("reason", ["", " \n", "x" * 501])
def test_override_without_a_reason_is_refused(store: Store, book: Gradebook, reason: str) -> None:
    give(store)
    with pytest.raises(Declined, match="Say why"):
        book.override(INES.id, ADA.id, "hw-1", "corr2d", 1, reason)


def test_taking_back_what_nobody_set_is_refused(store: Store, book: Gradebook) -> None:
    give(store)
    with pytest.raises(Declined, match="no override"):
        book.take_back(INES.id, ADA.id, "hw-1", "corr2d", "x")


@pytest.mark.parametrize("target", [(TOM.id, "corr2d"), (EVE.id, "corr2d"), (ADA.id, "choice")])
def test_override_for_staff_strangers_or_other_exercises_is_refused(
    store: Store, book: Gradebook, target: tuple[str, str]
) -> None:
    give(store)
    with pytest.raises((UnknownPerson, Declined)):
        book.override(INES.id, target[0], "hw-1", target[1], 1, "x")


def test_override_is_audited_without_its_words(store: Store, book: Gradebook) -> None:
    give(store)
    book.override(INES.id, ADA.id, "hw-1", "corr2d", 4, "Ada told me")
    with store.read() as connection:
        (entry,), _ = audit.entries(connection, COURSE, Filter(action="override.set"), limit=5)
    assert (entry.actor, entry.subject, entry.details["points"]) == (INES.id, ADA.id, 4)
    assert "told" not in str(entry.details)


# ---------- the ledger ----------


def test_ledger_tells_each_step_to_the_grade(store: Store, book: Gradebook) -> None:
    give(store)
    world.submit(store, ADA, 2, hours=-5)
    world.submit(store, ADA, 5, hours=30)
    book.override(INES.id, ADA.id, "hw-1", "corr2d", 9, "ill")
    ledger = book.ledger(INES.id, ADA.id, "hw-1")
    told = [(row.step, row.number, row.running) for row in ledger.of("corr2d")]
    assert told == [
        (Step.ATTEMPT, 2, None),
        (Step.ATTEMPT, 5, None),
        (Step.WORTH, 10.0, 10.0),
        (Step.LATE, -2.0, 8.0),
        (Step.OVERRIDE, 9, 9),
    ]
    assert (ledger.points, ledger.grade) == (8.0, 9.0)


def test_ledger_agrees_with_the_table(store: Store, book: Gradebook) -> None:
    """Extensions of a section and a learner, a bank over two assignments, early bonus, chosen and last attempts."""
    rules = {"percent_per_day": 7.5, "uses_bank": True, "early_days": 1, "early_percent": 5}
    give(store, longer("section", "A", 1), longer("learner", BEN.id, 2), bank=2, late=rules)
    give(store, id="hw-2", counts="last", due=NOON + timedelta(days=1), late=rules)
    for who, hours in ((ADA, 40), (BEN, -60), (CHEN, 70)):
        for exercise, score in (("corr2d", 5), ("edges", 2), ("edges", 1)):
            world.submit(store, who, score, exercise=exercise, hours=hours)
    for sheet in book.whole(INES.id).sheets:
        for line in sheet.lines:
            ledger = book.ledger(INES.id, line.person.id, sheet.assignment.id)
            assert (ledger.points, ledger.grade) == (line.points, line.grade)
    assert book.check_ledger(INES.id) == ()


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (grade_rows.update().values(points=9.99), "points"),
        (grade_rows.update().values(days_late=3), "days_late"),
        (grade_rows.delete(), "row"),
        (verdicts.update().values(score=4), "score"),
    ],
)
def test_tampering_with_what_is_stored_is_found(store: Store, book: Gradebook, change: Any, what: str) -> None:
    give(store)
    world.submit(store, ADA, 3)
    tamper(store, change)
    assert what in {one.what for one in book.check_ledger(INES.id, "hw-1")}


def test_score_raised_together_with_the_grade_is_found_by_its_verdict(store: Store, book: Gradebook) -> None:
    give(store)
    world.submit(store, ADA, 3)
    tamper(store, verdicts.update().values(score=4))
    store.write(lambda connection: grades.refresh_all(connection, COURSE)).result()
    assert [one.what for one in book.check_ledger(INES.id)] == ["verdict"]


def test_score_lowered_so_that_another_counts_is_found_by_its_verdict(store: Store, book: Gradebook) -> None:
    give(store)
    best, _ = world.submit(store, ADA, 4), world.submit(store, ADA, 3)
    tamper(store, verdicts.update().where(verdicts.c.submission == best).values(score=1))
    store.write(lambda connection: grades.refresh_all(connection, COURSE)).result()
    assert [(one.what, one.stored, one.derived) for one in book.check_ledger(INES.id)] == [("verdict", 1, 4)]


def test_grade_of_nowhere_is_found(store: Store, book: Gradebook) -> None:
    give(store)
    values = {
        "learner": ADA.id,
        "assignment": "hw-1",
        "exercise": "edges",
        "course": COURSE,
        "points": 10.0,
        "submission": 9,
    }
    tamper(store, grade_rows.insert().values(**values))
    (found,) = book.check_ledger(INES.id)
    assert (found.what, found.stored, found.derived) == ("row", 10.0, None)


# ---------- a learner's own ----------


def test_learner_sees_their_own_ledger(store: Store, book: Gradebook) -> None:
    give(store)
    world.submit(store, ADA, 5)
    assert book.mine(ADA.id, "hw-1").grade == 10.0


def mine_at(store: Store, moment: datetime) -> Any:
    return Gradebook(store, clock=lambda: moment).mine(ADA.id, "hw-1")


def test_numbers_stay_untold_while_hidden_checks_are(store: Store, book: Gradebook) -> None:
    give(store, hidden_until="closes")
    world.submit(store, ADA, 5)
    ledger = mine_at(store, NOON)
    assert (ledger.points, ledger.grade, {row.number for row in ledger.of("corr2d")}) == (None, None, {None})
    assert not any({"score", "counts"} & set(row.details) for row in ledger.rows)
    assert list(ledger.hidden) == ["corr2d", "edges"]


def test_numbers_are_told_once_hidden_checks_are(store: Store, book: Gradebook) -> None:
    give(store, hidden_until="closes")
    world.submit(store, ADA, 5)
    assert mine_at(store, LATER).grade == 10.0


def test_assignment_that_has_not_opened_is_unknown_to_learners(store: Store, book: Gradebook) -> None:
    give(store)
    with pytest.raises(UnknownAssignment, match="no assignment with this id"):
        mine_at(store, NOON - timedelta(days=8))


# ---------- commands ----------


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> cli_world.Command:
    return cli_world.commands(monkeypatch, capsys, tmp_path)


def test_gradebook_command_prints_the_table(store: Store, run: cli_world.Command) -> None:
    give(store)
    world.submit(store, BEN, 5)
    ended = run("gradebook", COURSE, "--assignment", "hw-1")
    rows = list(csv.DictReader(io.StringIO(ended.out)))
    assert (ended.code, rows[1]["name"], rows[1]["grade"]) == (0, "Ben Carter", "10")


@pytest.mark.parametrize("arguments", [("nowhere",), (COURSE, "--assignment", "hw-9")])
def test_gradebook_of_what_is_not_there_is_wrong_use(
    store: Store, run: cli_world.Command, arguments: tuple[str, ...]
) -> None:
    ended = run("gradebook", *arguments)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)


def test_check_finds_what_was_tampered_with(store: Store, run: cli_world.Command) -> None:
    give(store)
    world.submit(store, BEN, 5)
    assert run("gradebook", COURSE, "--check").code == 0
    tamper(store, grade_rows.update().values(points=9.0))
    ended = run("gradebook", COURSE, "--check")
    assert (ended.code, "points is stored as 9.0, but 10.0 follows" in ended.err) == (1, True)


def test_lms_command_writes_the_file_and_names_who_is_unknown(
    store: Store, run: cli_world.Command, tmp_path: Path
) -> None:
    give(store)
    world.submit(store, BEN, 5)
    file, out = tmp_path / "in.csv", tmp_path / "out.csv"
    file.write_bytes(b"Email,Homework 1\r\nBEN@example.org,\nwho@example.org,1")
    ended = run("lms", COURSE, file, "--assignment", "hw-1", "--output", out)
    assert (ended.code, out.read_bytes()) == (1, b"Email,Homework 1\r\nBEN@example.org,10\nwho@example.org,1")
    assert "Nobody here: who@example.org" in ended.err and "Not in this file: Ada Osei" in ended.err


def test_lms_command_counts_those_of_other_sections(store: Store, run: cli_world.Command, tmp_path: Path) -> None:
    give(store)
    for n in range(15):
        more = Person(f"p-more{n}", COURSE, name=f"More {n}")
        store.write(partial(people.add, person=more, at=NOON)).result()
    file = tmp_path / "in.csv"
    file.write_bytes(b"Email,Homework 1\nBEN@example.org,\n")
    ended = run("lms", COURSE, file, "--assignment", "hw-1", "--output", tmp_path / "out.csv")
    assert ended.err.count("Not in this file: ") == 11 and "more, of other sections perhaps." in ended.err


def test_lms_command_never_overwrites_what_it_read(store: Store, run: cli_world.Command, tmp_path: Path) -> None:
    give(store)
    file, link = tmp_path / "in.csv", tmp_path / "link.csv"
    file.write_bytes(b"Email,Homework 1\n")
    link.symlink_to(file)
    assert run("lms", COURSE, file, "--assignment", "hw-1", "--output", link).code == 2


def test_learner_who_handed_in_nothing_gets_nothing_until_it_closes(store: Store) -> None:
    give(store, longer("learner", ADA.id, 30))
    done = Gradebook(store, clock=lambda: LATER).round_trip(
        INES.id, "hw-1", b"Email,Homework 1\nada@example.org,\nben@example.org,\n"
    )
    assert done.data == b"Email,Homework 1\nada@example.org,\nben@example.org,0\n"


def test_learner_whose_answer_is_still_being_checked_keeps_the_cell(store: Store, book: Gradebook) -> None:
    give(store)
    store.add_submission(handed_in(ADA.id, "corr2d", minutes=60))
    done = book.round_trip(INES.id, "hw-1", f"Email,Homework 1\n{ADA.email},7\n{BEN.email},7\n".encode())
    assert done.data.decode().splitlines()[1:] == [f"{ADA.email},7", f"{BEN.email},0"]
