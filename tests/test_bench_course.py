"""bench --what course: its table, and that no dashboard reads every submission there is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import event

from grader.cli import measure_course as measure
from grader.cli import session
from grader.cli.bench_course import looks_of, table
from grader.course.demo.demo_people import COURSE
from grader.model import Role
from grader.store import Store, health, people

SMALL = measure.Counts(seconds=0.3, pairs=1, learners=60, submissions=300, looks=1)
LARGE = ("submissions", "verdicts", "codes")
NUMBERS = {
    "host": {"cpus": 2, "system": "Linux", "python": "3.11"},
    "demo": {"submissions": 20000, "seconds": 4.0},
    "submit_ms": {"p50": 8.0, "p95": 20.5, "n": 1500, "per_second": 99.8, "errors": 0},
    "verdict_ms": {"p50": 2.0, "p95": 3.0, "n": 80},
    "data": {"submissions": 1_000_000, "learners": 300, "mb": 1900},
    "dashboards_ms": {"People": {"first": 9.0, "p50": 3.0, "p95": 4.0, "n": 20}},
}


def test_every_row_says_what_was_measured_and_how_much() -> None:
    rows = list(table(NUMBERS))
    assert all(len(row) == 3 and row[0] and row[1] for row in rows)
    assert ("Demo course, written with its rollups", "5000 submissions a second", "") in rows


def test_folder_without_a_course_has_no_dashboards() -> None:
    rows = list(table({name: value for name, value in NUMBERS.items() if name not in ("data", "dashboards_ms")}))
    assert not any("Dashboards" in row[0] for row in rows)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with measure.small_course(session.catalog(), None, SMALL) as (made, _):
        yield made


def test_class_at_the_deadline_is_refused_nothing(store: Store) -> None:
    assert measure.deadline(session.catalog(), store, SMALL)["errors"] == 0


def test_no_dashboard_reads_every_submission(store: Store) -> None:
    with store.read() as connection:
        learner = people.of_course(connection, COURSE, Role.LEARNER)[0].id
    asked: dict[str, tuple[str, object]] = {}

    def listen(_connection: object, _cursor: object, said: str, with_: object, *_: object) -> None:
        asked[said] = (said, with_)

    event.listen(store._reading, "before_cursor_execute", listen)
    for look in looks_of(session.catalog(), store, COURSE, learner).values():
        look()
    store.open_submissions(datetime.now(UTC))
    with store.read() as connection:
        health.counts(connection, datetime.now(UTC))
    event.remove(store._reading, "before_cursor_execute", listen)
    found = [(scan, said) for said, with_ in asked.values() for scan in scans(store, said, with_)]
    assert len(asked) > 20 and found == []


def scans(store: Store, said: str, with_: object) -> list[str]:
    """The steps of the query's plan that go through a whole large table."""
    if not said.startswith(("SELECT", "WITH")):
        return []
    with store.read() as connection:
        steps = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", with_)]  # type: ignore[arg-type]
    return [step for step in steps if step.startswith("SCAN") and step.split()[1] in LARGE and " INDEX " not in step]
