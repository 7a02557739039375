"""The audit log: what is written down, who may read it, and that it names nobody by itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from class_world import ADA, BEN, COURSE, EVE, INES, NOON, ROOT, TOM
from people_world import filled, store

from grader.course.people.records import Records, rows_of
from grader.course.people.roster import Roster
from grader.errors import NotAllowed
from grader.store import Store, audit
from grader.store.audit import Filter

__all__ = ["filled", "store"]


@pytest.fixture
def records(store: Store) -> Records:
    return Records(store)


def note(store: Store, action: str, *, by: str = INES.id, on: str = ADA.id, hours: int = 0, **details: Any) -> None:
    at = NOON + timedelta(hours=hours)
    store.write(lambda connection: audit.note(connection, COURSE, by, action, on, at, **details)).result()


def listed(records: Records, **wanted: Any) -> list[str]:
    return [entry.action for entry in records.log(ROOT.id, Filter(**wanted)).entries]


def test_newest_row_comes_first(store: Store, records: Records) -> None:
    note(store, "link.made", role="learner")
    note(store, "override.set", hours=1)
    assert listed(records) == ["override.set", "link.made"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"actor": TOM.id}, ["comment.made"]),
        ({"subject": BEN.id}, ["link.revoked"]),
        ({"action": "link."}, ["link.revoked", "link.made"]),
        ({"action": "link.made"}, ["link.made"]),
        ({"action": "link.%"}, []),
        ({"since": NOON + timedelta(hours=1)}, ["link.revoked", "comment.made"]),
        ({"until": NOON + timedelta(hours=1)}, ["link.made"]),
        ({"actor": INES.id, "action": "link.", "subject": ADA.id}, ["link.made"]),
    ],
)
def test_filter_lists_what_fits(store: Store, records: Records, wanted: dict[str, Any], expected: list[str]) -> None:
    note(store, "link.made")
    note(store, "comment.made", by=TOM.id, hours=1)
    note(store, "link.revoked", on=BEN.id, hours=2)
    assert listed(records, **wanted) == expected


def test_page_of_the_log_knows_how_many_there_are(store: Store, records: Records) -> None:
    for n in range(5):
        note(store, f"link.{n}")
    log = records.log(ROOT.id, Filter(), limit=2, skip=2)
    assert ([entry.action for entry in log.entries], log.total) == (["link.2", "link.1"], 5)


def test_log_names_people_who_have_a_name(store: Store, records: Records) -> None:
    note(store, "link.made")
    assert records.log(ROOT.id, Filter()).names[ADA.id] == "Ada Osei"


def test_row_itself_holds_ids_only(store: Store, records: Records) -> None:
    Roster(store).change(INES.id, ADA.id, name="Ada New", email="new@example.org")
    (entry,) = records.log(ROOT.id, Filter()).entries
    assert (entry.actor, entry.subject, entry.details) == (INES.id, ADA.id, {"fields": ["name", "email"]})


def test_change_that_fails_leaves_no_row(store: Store, records: Records) -> None:
    def work(connection: Any) -> None:
        audit.note(connection, COURSE, INES.id, "link.made", "", NOON)
        raise ValueError

    with pytest.raises(ValueError):
        store.write(work).result()
    assert listed(records) == []


def test_actions_are_those_that_happened(store: Store, records: Records) -> None:
    note(store, "link.made")
    note(store, "link.made")
    note(store, "comment.made")
    assert records.actions(ROOT.id) == ["comment.made", "link.made"]


@pytest.mark.parametrize("actor", [INES.id, TOM.id, ADA.id, "p-nobody"])
@pytest.mark.parametrize("ask", ["log", "actions"])
def test_only_admins_read_the_log(records: Records, actor: str, ask: str) -> None:
    with pytest.raises(NotAllowed):
        getattr(records, ask)(actor, *([Filter()] if ask == "log" else []))


def test_log_is_of_ones_own_course(store: Store, records: Records) -> None:
    row = ("other", EVE.id, "link.made", "", NOON)
    store.write(lambda connection: audit.note(connection, *row)).result()
    assert listed(records) == []


def test_rows_for_a_spreadsheet_are_guarded(store: Store, records: Records) -> None:
    Roster(store).change(INES.id, ADA.id, name='=HYPERLINK("http://evil.example")')
    note(store, "link.made", hours=9000, role="learner")
    (first, _) = rows_of(records.log(ROOT.id, Filter()))
    assert first[1:] == (
        INES.id,
        "Ines Vidal",
        "link.made",
        ADA.id,
        '\'=HYPERLINK("http://evil.example")',
        "role=learner",
    )
