"""Erasing and exporting one person: nothing names them anywhere in the folder, and the class's sums stay."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from class_world import ADA, BEN, COURSE, EVE, INES, NOON, ROOT, TOM, submit
from people_world import copied, filled, store
from sqlalchemy import insert, select
from store_world import handed_in, verdict

from grader.course.access import Operator
from grader.course.learning.grading import GRADER
from grader.course.people.people import People
from grader.course.people.records import Erasure, Records
from grader.course.people.roster import Roster
from grader.errors import Declined, NotAllowed, StoreError, UnknownPerson
from grader.model import CheckResult, Matrix, Message, Outcome, Person
from grader.store import Connection, Store, connect, pack, people
from grader.store import submissions as rows
from grader.store.audit import Filter
from grader.store.connect import sweep, writer_engine
from grader.store.schema import codes, learners, progress, submissions, verdicts
from grader.store.schema_courses import (
    assignments,
    check_tallies,
    comments,
    daily,
    extensions,
    grades,
    links,
    mistakes,
    overrides,
    sessions,
)

__all__ = ["filled", "store"]
MARK = "zq-marker-of-ada"
SUMS = (progress, mistakes, check_tallies, daily, grades)


@pytest.fixture
def records(store: Store) -> Records:
    return Records(store, clock=lambda: NOON)


def told(text: str) -> Any:
    """A failed verdict that repeats what the learner wrote wherever it can."""
    said = Message("error.raised", {"type": text, "text": text})
    matrix = Matrix((1,), "object", [text])
    first = CheckResult("example", Outcome.ERROR, 0, 2, False, True, said, said, matrix, matrix, (matrix,))
    return {"checks": (first,), "stdout": text, "message": said, "line": 3}


def hand_in(store: Store, who: Person, code: str, *, score: int | None = 3, **said: Any) -> int:
    return store.write(lambda connection: _hand_in(connection, who, code, score, said)).result()


def _hand_in(connection: Connection, who: Person, code: str, score: int | None, said: dict[str, Any]) -> int:
    id = rows.add(connection, handed_in(who.id, answer=pack(code, "code")))
    if score is not None:
        rows.save_verdict(connection, id, verdict(score, **said), GRADER, NOON)
    return id


@pytest.fixture(scope="module")
def lived(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything that may tell of Ada, beside a class that goes on."""
    folder = tmp_path_factory.mktemp("lived")
    with copied(filled, folder) as store:
        store.write(_live).result()
        store.save_draft(ADA.id, "edges", pack(f"# {MARK} draft", "code"), NOON)
        people_said(store)
    return folder / "data"


@pytest.fixture
def busy(lived: Path, tmp_path: Path) -> Iterator[Store]:
    with copied(lived, tmp_path) as opened:
        yield opened


@pytest.fixture
def busy_records(busy: Store) -> Records:
    return Records(busy, clock=lambda: NOON)


def _live(connection: Connection) -> None:
    for n in range(40):  # enough pages that some are split and filled again
        _hand_in(connection, ADA, f"# {MARK} {'x' * 61 * n}", 3, told(MARK * n))
        _hand_in(connection, BEN, f"# ben {n} {'y' * 70 * n}", 3, told("ben" * n))
    for who in (ADA, BEN):
        _hand_in(connection, who, "shared = 1", 5, {})
    _hand_in(connection, ADA, f"# {MARK} open", None, {})


def people_said(store: Store) -> None:
    made: dict[str, Any] = {"made_by": INES.id, "made_at": NOON}
    mine = {"course": COURSE, "exercise": "corr2d", "learner": ADA.id}
    soon = NOON + timedelta(days=1)
    assignment = {"course": COURSE, "id": "hw-1", "opens": NOON, "due": soon, "closes": soon, "spec": "{}"}
    extension = {"course": COURSE, "assignment": "hw-1", "kind": "learner", "target": ADA.id}
    said: list[tuple[Any, dict[str, Any]]] = [
        (assignments, assignment),
        (comments, {**mine, **made, "text": MARK}),
        (overrides, {**mine, **made, "assignment": "hw-1", "points": 7.5, "reason": MARK}),
        (extensions, {**extension, **made, "due": soon, "reason": MARK}),
        (grades, {**mine, "assignment": "hw-1", "points": 7.5}),
        (sessions, {"sha256": MARK, "learner": ADA.id, "since": NOON, "expires_at": soon}),
    ]
    for table, row in said:
        store.write(partial(_insert, table, row)).result()
    People(store).make_link(INES.id, person=ADA.id)


def _insert(table: Any, row: dict[str, Any], connection: Connection) -> None:
    connection.execute(insert(table).values(**row))


def sums(store: Store) -> dict[str, list[Any]]:
    with store.read() as connection:
        return {table.name: sorted(map(str, connection.execute(select(table)).all())) for table in SUMS}


def everywhere(folder: Path, *words: str) -> list[tuple[str, str]]:
    """Which words stand in the bytes of which files."""
    files = [(file.name, file.read_bytes().lower()) for file in folder.rglob("*") if file.is_file()]
    return [(name, word) for name, data in files for word in words if word.lower().encode() in data]


def test_nothing_in_the_folder_names_who_was_erased(busy: Store, busy_records: Records, tmp_path: Path) -> None:
    busy_records.erase(ROOT.id, ADA.id)
    assert everywhere(tmp_path, "Ada Osei", ADA.email, ADA.login, MARK) == []


def test_no_piece_of_their_packed_code_is_left(busy: Store, busy_records: Records, tmp_path: Path) -> None:
    blobs = [pack(f"# {MARK} {'x' * 61 * n}", "code").blob[12:36] for n in range(40)]
    busy_records.erase(ROOT.id, ADA.id)
    files = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    assert [blob for blob in blobs for data in files if blob in data] == []


def test_what_secure_delete_leaves_in_pages_that_were_split_is_swept(tmp_path: Path) -> None:
    engine, some = writer_engine(tmp_path), random.Random(3)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE texts (id TEXT PRIMARY KEY, email TEXT, text TEXT)")
        connection.exec_driver_sql("CREATE INDEX by_email ON texts (email)")
        for n in range(3000):
            who = "MARKER" if n % 10 == 0 else "other"
            row = (some.randbytes(8).hex(), f"{who}{some.randrange(10**6)}@example.org", f"{who}{n}")
            text = row[2] + " x" * some.randint(10, 200)
            connection.exec_driver_sql("INSERT INTO texts VALUES (?, ?, ?)", (*row[:2], text))
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE texts SET email=NULL, text='' WHERE text LIKE ?", ("MARKER%",))
    assert sweep(engine) and everywhere(tmp_path, "MARKER") == []
    engine.dispose()


def test_nothing_is_left_after_the_folder_was_closed(busy: Store, busy_records: Records, tmp_path: Path) -> None:
    assert everywhere(tmp_path, ADA.email, MARK) != []
    busy_records.erase(ROOT.id, ADA.id)
    busy.close()
    assert everywhere(tmp_path, ADA.email, MARK) == []


def test_sums_of_the_class_stay(busy: Store, busy_records: Records) -> None:
    before = sums(busy)
    busy_records.erase(ROOT.id, ADA.id)
    assert sums(busy) == before and all(before.values())


def test_rollups_rebuilt_after_an_erase_are_the_same(busy: Store, busy_records: Records) -> None:
    before = sums(busy)
    busy_records.erase(ROOT.id, ADA.id)
    assert busy.rebuild_rollups().wrong == 0 and sums(busy) == before


def test_verdict_of_an_older_program_gets_its_signature_before_it_is_scrubbed(store: Store, records: Records) -> None:
    hand_in(store, ADA, "x", **told("boom"))
    before = sums(store)
    store.write(lambda connection: connection.exec_driver_sql("UPDATE verdicts SET signature=''")).result()
    records.erase(ROOT.id, ADA.id)
    store.rebuild_rollups()
    assert sums(store) == before


def test_code_that_somebody_else_handed_in_too_stays_theirs(busy: Store, busy_records: Records) -> None:
    busy_records.erase(ROOT.id, ADA.id)
    assert busy.history(BEN.id, "corr2d")[-1].answer == "shared = 1"


def test_submissions_stay_as_numbers(store: Store, records: Records) -> None:
    submit(store, ADA, 5)
    assert records.erase(ROOT.id, ADA.id) == Erasure(1, True)
    (kept,) = store.history(ADA.id, "corr2d")
    assert kept.verdict is not None and (kept.answer, kept.verdict.score, kept.verdict.passed) == ("", 5, True)
    assert [check.id for check in kept.verdict.checks] == ["example", "random"]


def test_verdict_that_comes_after_the_erase_is_not_kept(store: Store, records: Records, tmp_path: Path) -> None:
    id = hand_in(store, ADA, "x", score=None)
    records.erase(ROOT.id, ADA.id)
    with pytest.raises(StoreError):
        store.save_verdict(id, verdict(3, stdout=MARK), GRADER, NOON).result()
    assert everywhere(tmp_path, MARK) == []


def test_points_set_by_hand_stay_without_their_reason(store: Store, records: Records) -> None:
    people_said(store)
    records.erase(ROOT.id, ADA.id)
    with store.read() as connection:
        assert connection.execute(select(overrides.c.points, overrides.c.reason)).one() == (7.5, "")
        assert connection.execute(select(extensions.c.reason)).scalar_one() == ""
        assert connection.execute(select(links)).all() == connection.execute(select(comments)).all() == []


def test_erased_person_is_nobody(store: Store, records: Records) -> None:
    people_said(store)
    records.erase(ROOT.id, ADA.id)
    roster = Roster(store)
    assert ADA.id not in {person.id for person in roster.everybody(INES.id)} and records.erased(INES.id) == 1
    with pytest.raises(UnknownPerson):
        roster.find(INES.id, ADA.id)
    with pytest.raises(UnknownPerson):
        roster.take_back(INES.id, ADA.id)
    with store.read() as connection:
        assert connection.execute(select(sessions)).all() == []


def test_address_of_an_erased_person_is_free_again(store: Store, records: Records) -> None:
    records.erase(ROOT.id, ADA.id)
    roster = Roster(store)
    (id,) = roster.apply(INES.id, roster.preview(INES.id, b"name,email\nAda Osei,ada@example.org\n"))
    assert id != ADA.id


def test_instructor_who_is_erased_leaves_what_they_did(store: Store, records: Records, tmp_path: Path) -> None:
    Roster(store).change(INES.id, ADA.id, section="Z")
    records.erase(ROOT.id, INES.id)
    assert everywhere(tmp_path, "Ines Vidal", INES.email) == []
    log = records.log(ROOT.id, Filter(actor=INES.id))
    assert [(entry.action, entry.subject) for entry in log.entries] == [("person.changed", ADA.id)]


def test_last_admin_is_not_erased(records: Records) -> None:
    with pytest.raises(Declined):
        records.erase(ROOT.id, ROOT.id)


@pytest.mark.parametrize("actor", [INES.id, TOM.id, ADA.id, EVE.id])
def test_only_admins_erase(records: Records, actor: str) -> None:
    with pytest.raises(NotAllowed):
        records.erase(actor, BEN.id)


def test_admin_erases_nobody_of_another_course(records: Records) -> None:
    with pytest.raises(UnknownPerson):
        records.erase(ROOT.id, EVE.id)


def test_second_erase_does_nothing_more(store: Store, records: Records) -> None:
    submit(store, ADA)
    assert [records.erase(ROOT.id, ADA.id).submissions for _ in range(2)] == [1, 0]
    with pytest.raises(UnknownPerson):
        records.erase(ROOT.id, "p-nobody")


def test_no_code_is_left_without_a_submission(busy: Store, busy_records: Records) -> None:
    busy_records.erase(ROOT.id, ADA.id)
    with busy.read() as connection:
        used = set(connection.execute(select(submissions.c.sha256)).scalars())
        assert set(connection.execute(select(codes.c.sha256)).scalars()) == used


def test_large_database_is_written_anew_only_when_asked(
    store: Store, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "LARGE", 1)
    assert not records.erase(ROOT.id, ADA.id).is_swept
    assert records.erase(ROOT.id, ADA.id, at_any_size=True).is_swept


def test_erase_beside_an_app_that_reads_waits_for_it(store: Store, records: Records, tmp_path: Path) -> None:
    """A command erases while the app holds the folder: the reader's look is short, so the log is emptied all the same."""
    submit(store, ADA, stdout=MARK)
    visiting = Store.visit(tmp_path / "data")
    Records(visiting).erase(Operator(COURSE), ADA.id)
    visiting.close()
    assert everywhere(tmp_path, ADA.email, MARK) == []


# ---------- Export ----------


@pytest.fixture
def exported(busy: Store, busy_records: Records) -> dict[str, Any]:
    return busy_records.everything_of(INES.id, ADA.id)


HOLDS: list[Callable[[dict[str, Any]], bool]] = [
    lambda all: all["person"]["name"] == "Ada Osei" and all["person"]["number"] == "1001",
    lambda all: all["overrides"][0]["points"] == 7.5 and all["grades"][0]["assignment"] == "hw-1",
    lambda all: all["comments"][0]["text"] == MARK and all["extensions"][0]["reason"] == MARK,
    lambda all: all["links"][0]["role"] == "learner" and all["sessions"][0]["since"] == NOON.isoformat(),
    lambda all: all["drafts"][1]["answer"] == f"# {MARK} draft" and len(all["submissions"]) == 42,
    lambda all: all["mistakes"][0]["times"] >= 1 and all["audit"][0]["action"] == "link.made",
]


def test_export_holds_everything_but_secrets(exported: dict[str, Any]) -> None:
    assert [n for n, holds in enumerate(HOLDS) if not holds(exported)] == []
    assert "sha256" not in exported["links"][0] and "sha256" not in exported["sessions"][0]


def test_export_is_noted(busy: Store, exported: dict[str, Any]) -> None:
    assert busy.export(ADA.id)["audit"][-1]["action"] == "person.exported"


def test_export_holds_nothing_of_others(exported: dict[str, Any]) -> None:
    assert BEN.email not in str(exported) and "# ben" not in str(exported)


@pytest.mark.parametrize("actor", [TOM.id, BEN.id, EVE.id])
def test_only_instructors_of_the_course_export(records: Records, actor: str) -> None:
    with pytest.raises((NotAllowed, UnknownPerson)):
        records.everything_of(actor, ADA.id)


def test_comment_to_a_whole_cluster_is_in_the_export(store: Store) -> None:
    hand_in(store, ADA, "x", **told("boom"))
    with store.read() as connection:
        signature = connection.execute(select(mistakes.c.signature)).scalar_one()
    row = {"course": COURSE, "exercise": "corr2d", "signature": signature, "text": "look", "made_by": INES.id}
    store.write(lambda c: c.execute(insert(comments).values(**row, made_at=NOON))).result()
    assert [one["text"] for one in store.export(ADA.id)["comments"]] == ["look"]


def test_erased_row_holds_no_name(store: Store, records: Records) -> None:
    records.erase(ROOT.id, ADA.id)
    with store.read() as connection:
        row = connection.execute(select(learners).where(learners.c.id == ADA.id)).mappings().one()
        assert [row[name] for name in ("name", "email", "login", "number", "language")] == [None] * 5
        assert people.was_erased(connection, ADA.id) == COURSE
        assert connection.execute(select(verdicts)).all() == []
