"""What item analysis and the course of days are worked out from, as rows. Reads only."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, select

from grader.model import Role
from grader.store.schema import learners, progress, verdicts
from grader.store.schema_courses import audit, check_tallies, daily

Tried = tuple[str, str, int, bool, int, int | None, int]
"""learner, exercise, best score, passed, attempts, ordinal of the first passing attempt, active seconds."""


@dataclass(frozen=True, slots=True)
class Day:
    """Graded submissions of one day (ISO date in the course's time zone), and how many of them passed."""

    day: str
    submissions: int
    passed: int


def tried(connection: Connection, course: str, section: str = "") -> list[Tried]:
    """Every learner × exercise with at least one graded attempt; those who left the course are counted too."""
    own = (progress.c[name] for name in ("best", "passed", "attempts", "passed_attempt", "active_s"))
    mine = and_(learners.c.course == course, learners.c.role == Role.LEARNER.value, progress.c.attempts > 0)
    query = select(progress.c.learner, progress.c.exercise, *own).select_from(progress.join(learners)).where(mine)
    if section:
        query = query.where(learners.c.section == section)
    return [tuple(row) for row in connection.execute(query)]


def tallies(connection: Connection, course: str) -> dict[str, dict[str, dict[str, int]]]:
    """exercise → check → outcome → how often, over all graded submissions of the course."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for row in connection.execute(select(check_tallies).where(check_tallies.c.course == course)):
        found.setdefault(row.exercise, {}).setdefault(row.check, {})[row.outcome] = row.n
    return found


def days(connection: Connection, course: str, exercises: frozenset[str] | None = None) -> list[Day]:
    """Days on which something was handed in, oldest first."""
    query = select(
        daily.c.day,
        func.sum(daily.c.submissions).label("submissions"),
        func.sum(daily.c.passed).label("passed"),
    ).where(daily.c.course == course)
    if exercises is not None:
        query = query.where(daily.c.exercise.in_(exercises))
    rows = connection.execute(query.group_by(daily.c.day).order_by(daily.c.day))
    return [Day(row.day, row.submissions, row.passed) for row in rows]


def version(connection: Connection, course: str) -> tuple[int, ...]:
    """Changes whenever a number of item analysis may: with each verdict, and with all that staff do (it is audited)."""
    newest = select(func.coalesce(func.max(verdicts.c.submission), 0)).scalar_subquery()
    of_course = audit.c.course == course
    done = select(func.coalesce(func.max(audit.c.id), 0)).where(of_course).scalar_subquery()
    counted = select(func.coalesce(func.sum(daily.c.submissions), 0)).where(daily.c.course == course).scalar_subquery()
    people = select(func.count()).where(learners.c.course == course).select_from(learners).scalar_subquery()
    return tuple(connection.execute(select(newest, done, counted, people)).one())
