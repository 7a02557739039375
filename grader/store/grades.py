"""Grades as rows: what a learner has in each exercise of each assignment, and the submissions that may count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, delete, func, select

from grader.store.connect import insert_into
from grader.store.schema import GRADED, INTERNAL, learners, submissions, verdicts
from grader.store.schema_courses import grades, overrides


@dataclass(frozen=True, slots=True)
class Candidate:
    """A submission with a verdict, as far as a grade needs it."""

    id: int
    at: datetime
    score: int
    max_score: int


@dataclass(frozen=True, slots=True)
class GradeRow:
    """What one exercise of one assignment is worth to a learner so far, before overrides."""

    assignment: str
    exercise: str
    submission: int
    score: int
    max_score: int
    days_late: int
    days_banked: int
    percent: float
    points: float
    attempts: int


_MINE = and_(submissions.c.learner == bindparam("learner"), submissions.c.exercise == bindparam("exercise"))
_WITHIN = submissions.c.at.between(bindparam("first"), bindparam("last"))
_IN_FORCE = submissions.join(
    verdicts, and_(verdicts.c.submission == submissions.c.id, verdicts.c.grader == submissions.c.graded_by)
)
_CANDIDATES = (
    select(submissions.c.exercise, submissions.c.id, submissions.c.at, verdicts.c.score, verdicts.c.max_score)
    .select_from(_IN_FORCE)
    .where(
        submissions.c.learner == bindparam("learner"),
        submissions.c.exercise.in_(bindparam("exercises", expanding=True)),
        _WITHIN,
        submissions.c.state == GRADED,
    )
    .order_by(submissions.c.at, submissions.c.id)
)
_TIMES = select(submissions.c.at).where(_MINE, _WITHIN, submissions.c.state != INTERNAL).order_by(submissions.c.at)
_ROWS = select(*(grades.c[name] for name in GradeRow.__slots__)).where(grades.c.learner == bindparam("learner"))
_BANKED = (
    select(grades.c.assignment, func.max(grades.c.days_banked))
    .where(grades.c.learner == bindparam("learner"))
    .group_by(grades.c.assignment)
)
_KEYS = ("learner", "assignment", "exercise")


def candidates(
    connection: Connection, learner: str, exercises: Iterable[str], first: datetime, last: datetime
) -> dict[str, list[Candidate]]:
    """The graded submissions made from `first` to `last`, by exercise, oldest first."""
    found: dict[str, list[Candidate]] = {exercise: [] for exercise in exercises}
    mine = {"learner": learner, "exercises": list(found), "first": first, "last": last}
    for exercise, *rest in connection.execute(_CANDIDATES, mine):
        found[exercise].append(Candidate(*rest))
    return found


def times(connection: Connection, learner: str, exercise: str, first: datetime, last: datetime) -> list[datetime]:
    """When submissions were made that use up attempts, oldest first: graded or not, but none that failed by our fault."""
    mine = {"learner": learner, "exercise": exercise, "first": first, "last": last}
    return list(connection.execute(_TIMES, mine).scalars())


def of_learner(connection: Connection, learner: str) -> dict[tuple[str, str], GradeRow]:
    """All grades of a learner, by assignment and exercise."""
    rows = (GradeRow(*row) for row in connection.execute(_ROWS, {"learner": learner}))
    return {(row.assignment, row.exercise): row for row in rows}


def banked(connection: Connection, learner: str) -> Mapping[str, int]:
    """How many days of a learner's bank each assignment takes."""
    return {row[0]: row[1] for row in connection.execute(_BANKED, {"learner": learner})}


def put(connection: Connection, course: str, learner: str, rows: Iterable[GradeRow]) -> None:
    """Write grades of a learner, in one go: a statement for each row would cost as much as working it out."""
    values = [asdict(row) | {"course": course, "learner": learner} for row in rows]
    if values:
        insert = insert_into(connection, grades)
        change = {name: insert.excluded[name] for name in values[0] if name not in _KEYS}
        connection.execute(insert.on_conflict_do_update(index_elements=_KEYS, set_=change), values)


def drop(connection: Connection, learner: str, assignment: str, exercise: str) -> None:
    """Nothing counts here any more."""
    mine = and_(grades.c.learner == learner, grades.c.assignment == assignment, grades.c.exercise == exercise)
    connection.execute(delete(grades).where(mine))


def clear(connection: Connection, course: str) -> None:
    """Forget all grades of a course, before they are worked out again."""
    connection.execute(delete(grades).where(grades.c.course == course))


def learners_of(connection: Connection, course: str) -> Iterable[tuple[str, str]]:
    """Everybody of a course: id and section."""
    query = select(learners.c.id, learners.c.section).where(learners.c.course == course).order_by(learners.c.id)
    return [(row.id, row.section) for row in connection.execute(query)]


def made(connection: Connection, learner: str, first: datetime, last: datetime) -> Mapping[str, tuple[int, int]]:
    """How many submissions that use up attempts were made from `first` to `last`, and the newest one, by exercise."""
    mine = and_(submissions.c.learner == bindparam("learner"), _WITHIN, submissions.c.state != INTERNAL)
    columns = submissions.c.exercise, func.count(), func.max(submissions.c.id)
    query = select(*columns).where(mine).group_by(submissions.c.exercise)
    found = connection.execute(query, {"learner": learner, "first": first, "last": last})
    return {row[0]: (row[1], row[2]) for row in found}


def passing(connection: Connection, ids: Iterable[int]) -> set[int]:
    """Those of these submissions whose verdict in force is that they pass."""
    wanted = and_(submissions.c.id.in_(list(ids)), verdicts.c.passed)
    return set(connection.execute(select(submissions.c.id).select_from(_IN_FORCE).where(wanted)).scalars())


def set_by_hand(connection: Connection, learner: str) -> Mapping[tuple[str, str], float]:
    """Points that an instructor set instead, by assignment and exercise: the newest, where it was not taken back."""
    query = select(overrides.c.assignment, overrides.c.exercise, overrides.c.points)
    rows = connection.execute(query.where(overrides.c.learner == learner).order_by(overrides.c.id))
    newest = {(row.assignment, row.exercise): row.points for row in rows}
    return {key: points for key, points in newest.items() if points is not None}
