"""The gradebook as rows: grades of a whole course, points set by hand, and what is still being checked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, insert, select

from grader.store.grades import Candidate, GradeRow
from grader.store.schema import GRADED, IS_OPEN, learners, submissions, verdicts
from grader.store.schema_courses import grades, overrides

_IN_FORCE = and_(verdicts.c.submission == submissions.c.id, verdicts.c.grader == submissions.c.graded_by)


@dataclass(frozen=True, slots=True)
class Override:
    """Points set by hand for one exercise of one assignment; None takes the one before back."""

    id: int
    assignment: str
    exercise: str
    learner: str
    points: float | None
    reason: str
    made_by: str
    made_at: datetime


Key = tuple[str, str, str]
"""Learner, assignment, exercise."""

_GRADE = [grades.c[name] for name in GradeRow.__slots__]
_OVERRIDE = [overrides.c[name] for name in Override.__slots__]


def grades_of(connection: Connection, course: str, assignment: str | None = None) -> dict[Key, GradeRow]:
    """The grades of everybody, in one assignment or in all."""
    query = select(grades.c.learner, *_GRADE).where(grades.c.course == course)
    rows = connection.execute(query if assignment is None else query.where(grades.c.assignment == assignment))
    return {(row[0], row[1], row[2]): GradeRow(*row[1:]) for row in rows}


def set_points(connection: Connection, course: str, new: Override) -> int:
    """Add an override → its id; the newest one counts."""
    values = {name: getattr(new, name) for name in Override.__slots__ if name != "id"}
    made = connection.execute(insert(overrides).values(course=course, **values).returning(overrides.c.id))
    id: int = made.scalar_one()
    return id


def overrides_in_force(connection: Connection, course: str, assignment: str | None = None) -> dict[Key, Override]:
    """The newest override of each learner in each exercise, where it was not taken back."""
    newest = select(func.max(overrides.c.id)).where(_of(course, assignment))
    newest = newest.group_by(overrides.c.learner, overrides.c.assignment, overrides.c.exercise)
    rows = connection.execute(select(*_OVERRIDE).where(overrides.c.id.in_(newest), overrides.c.points.is_not(None)))
    found = (Override(*row) for row in rows)
    return {(one.learner, one.assignment, one.exercise): one for one in found}


def overrides_of(connection: Connection, course: str, assignment: str, learner: str) -> list[Override]:
    """All that was set by hand for a learner, oldest first."""
    query = select(*_OVERRIDE).where(_of(course, assignment), overrides.c.learner == learner)
    return [Override(*row) for row in connection.execute(query.order_by(overrides.c.id))]


def _of(course: str, assignment: str | None) -> ColumnElement[bool]:
    mine = overrides.c.course == course
    return mine if assignment is None else and_(mine, overrides.c.assignment == assignment)


def being_checked(connection: Connection, course: str, exercises: Iterable[str]) -> set[tuple[str, str]]:
    """Learner and exercise of every submission that has no verdict yet."""
    wanted = set(exercises)
    # an outer join begins with the few open ones, an inner one with everybody
    query = select(submissions.c.learner, submissions.c.exercise, learners.c.course).outerjoin(learners)
    rows = connection.execute(query.where(IS_OPEN))
    return {(row.learner, row.exercise) for row in rows if row.course == course and row.exercise in wanted}


def scores_told_otherwise(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Those of these submissions whose score as a column, which sums are made of, is not that of their verdict → both."""
    found: dict[int, tuple[int, int]] = {}
    wanted = list(ids)
    for start in range(0, len(wanted), 500):
        query = select(submissions.c.id, verdicts.c.score, verdicts.c.verdict).join(verdicts, _IN_FORCE)
        for row in connection.execute(query.where(submissions.c.id.in_(wanted[start : start + 500]))):
            if row.score != (said := json.loads(row.verdict)["score"]):
                found[row.id] = row.score, said
    return found


def attempts_within(
    connection: Connection,
    course: str,
    exercises: Iterable[str],
    first: datetime | None = None,
    last: datetime | None = None,
    learner: str | None = None,
) -> dict[tuple[str, str], list[Candidate]]:
    """Of everybody, or one learner: the graded submissions in these exercises from `first` to `last`, oldest first."""
    columns = submissions.c.id, submissions.c.at, verdicts.c.score, verdicts.c.max_score
    query = select(submissions.c.learner, submissions.c.exercise, *columns).join(verdicts, _IN_FORCE).join(learners)
    query = query.where(learners.c.course == course, submissions.c.state == GRADED)
    query = query.where(submissions.c.exercise.in_(list(exercises)))
    if first is not None:
        query = query.where(submissions.c.at >= first)
    if last is not None:
        query = query.where(submissions.c.at <= last)
    if learner is not None:
        query = query.where(submissions.c.learner == learner)
    found: dict[tuple[str, str], list[Candidate]] = {}
    for row in connection.execute(query.order_by(submissions.c.at, submissions.c.id)):
        found.setdefault((row[0], row[1]), []).append(Candidate(*row[2:]))
    return found
