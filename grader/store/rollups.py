"""Sums over a course that dashboards read: how each check ended, and what was handed in on each day.

They count learners only. What staff try out counts for no course (''), as what is done in local mode.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel
from sqlalchemy import Connection, Row, Table, bindparam, delete, select

from grader.model import Role
from grader.store import progress
from grader.store.connect import upsert_into
from grader.store.progress import IN_FORCE
from grader.store.schema import GRADED, courses, learners, submissions, verdicts
from grader.store.schema_courses import check_tallies, daily

NO_COURSE = ""
_CHUNK = 2000


class _Check(BaseModel):
    id: str
    outcome: str


class _Checks(BaseModel):
    """The one part of a stored verdict that is counted."""

    checks: tuple[_Check, ...]


@dataclass(slots=True)
class Sums:
    """How much is to be added to the rows of `check_tallies` and `daily`, by their keys. Addable, and often negative."""

    checks: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    """(course, exercise, check, outcome) → n"""
    days: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """(course, day, exercise) → submissions"""
    passed: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """(course, day, exercise) → passed"""

    def count(self, row: Row[*tuple[Any, ...]], sign: int = 1) -> None:
        """Add one graded submission, or take it out again."""
        course = row.course if row.course and row.role == Role.LEARNER.value else NO_COURSE
        for check in _Checks.model_validate_json(row.verdict).checks:
            self.checks[course, row.exercise, check.id, check.outcome] += sign
        day = course, _day(row.at, row.zone if course else None), row.exercise
        self.days[day] += sign
        self.passed[day] += sign * row.passed

    def subtract(self, other: Sums) -> None:
        """What is missing from `other`."""
        self.checks.subtract(other.checks)
        self.days.subtract(other.days)
        self.passed.subtract(other.passed)

    @property
    def wrong(self) -> int:
        """How many rows would change."""
        days = {key for counter in (self.days, self.passed) for key, n in counter.items() if n}
        return sum(1 for n in self.checks.values() if n) + len(days)


_COUNTED = (
    select(
        submissions.c.exercise,
        submissions.c.at,
        verdicts.c.passed,
        verdicts.c.verdict,
        learners.c.course,
        learners.c.role,
        courses.c.zone,
    )
    .select_from(
        IN_FORCE.join(learners, learners.c.id == submissions.c.learner).outerjoin(
            courses, courses.c.id == learners.c.course
        )
    )
    .where(submissions.c.state == GRADED)
)
_ONE = _COUNTED.where(submissions.c.id == bindparam("submission"))
_THEIRS = _COUNTED.where(submissions.c.learner == bindparam("learner"))


@contextmanager
def recounting(connection: Connection, submission: int) -> Iterator[None]:
    """Around a change of the verdict in force: the old one's share is taken out, the new one's put in."""
    sums = Sums()
    for row in connection.execute(_ONE, {"submission": submission}):
        sums.count(row, -1)
    yield
    for row in connection.execute(_ONE, {"submission": submission}):
        sums.count(row)
    apply(connection, sums)


@contextmanager
def moving(connection: Connection, learner: str) -> Iterator[None]:
    """Around a change of somebody's role or course: their share goes where it belongs then."""
    sums = Sums()
    for row in connection.execute(_THEIRS, {"learner": learner}):
        sums.count(row, -1)
    yield
    for row in connection.execute(_THEIRS, {"learner": learner}):
        sums.count(row)
    apply(connection, sums)


def apply(connection: Connection, sums: Sums) -> None:
    """Add the sums to what stands there; rows that come to nothing go."""
    tallies = [
        {"course": course, "exercise": exercise, "check": check, "outcome": outcome, "n": n}
        for (course, exercise, check, outcome), n in sums.checks.items()
        if n
    ]
    days = [
        {
            "course": course,
            "day": day,
            "exercise": exercise,
            "submissions": n,
            "passed": sums.passed[course, day, exercise],
        }
        for (course, day, exercise), n in sums.days.items()
        if n or sums.passed[course, day, exercise]
    ]
    _add(connection, check_tallies, tallies, ("n",))
    _add(connection, daily, days, ("submissions", "passed"))


def _add(connection: Connection, table: Table, rows: list[dict[str, Any]], counts: tuple[str, ...]) -> None:
    if not rows:
        return
    connection.execute(upsert_into(connection, table, add=counts), rows)
    if any(row[counts[0]] < 0 for row in rows):
        connection.execute(delete(table).where(table.c[counts[0]] == 0))


def drift(connection: Connection) -> Sums:
    """What the sums lack, or have too much of, in one snapshot: to be added whenever, whatever is graded meanwhile."""
    sums = Sums()
    for row in connection.execute(_COUNTED.execution_options(yield_per=_CHUNK)):
        sums.count(row)
    sums.subtract(_standing(connection))
    return sums


def _standing(connection: Connection) -> Sums:
    sums = Sums()
    for row in connection.execute(select(check_tallies)):
        sums.checks[row.course, row.exercise, row.check, row.outcome] = row.n
    for row in connection.execute(select(daily)):
        sums.days[row.course, row.day, row.exercise] = row.submissions
        sums.passed[row.course, row.day, row.exercise] = row.passed
    return sums


def _day(at: datetime, zone: str | None) -> str:
    return at.astimezone(_zone(zone) if zone else UTC).date().isoformat()


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many rows of `progress` there are, and how many rows of all rollups had been wrong."""

    rows: int
    wrong: int


def rebuild(
    read: Callable[[], AbstractContextManager[Connection]],
    write: Callable[[Callable[[Connection], Any]], Future[Any]],
    then: Callable[[Connection, str], None] | None = None,
) -> Rebuilt:
    """Work out everything again, in short transactions, so that others go on handing in. `then` does more for a learner."""
    with read() as connection:
        sums = drift(connection)
        everybody = list(connection.execute(select(learners.c.id)).scalars())
    write(lambda connection: apply(connection, sums)).result()
    rows, wrong = 0, sums.wrong

    def again(connection: Connection, learner: str) -> tuple[int, int]:
        found = progress.rebuild(connection, learner)
        if then is not None:
            then(connection, learner)
        return found

    for learner in everybody:
        had, differed = write(partial(again, learner=learner)).result()
        rows, wrong = rows + had, wrong + differed
    return Rebuilt(rows, wrong)
