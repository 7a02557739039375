"""Assignments, extensions and choices as rows. What an assignment means stands in `grader.course`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, and_, bindparam, delete, or_, select

from grader.store.connect import insert_into
from grader.store.schema import courses, learners
from grader.store.schema_courses import assignments, choices, extensions, grades


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course: `zone` is the IANA name, `late_days` each learner's bank."""

    id: str
    title: str
    zone: str
    late_days: int


@dataclass(frozen=True, slots=True)
class Extension:
    """Other dates for a section (by name) or a learner (by id); None keeps what there is."""

    assignment: str
    kind: Literal["section", "learner"]
    target: str
    opens: datetime | None
    due: datetime | None
    closes: datetime | None
    reason: str
    made_by: str
    made_at: datetime


_COURSE = select(courses.c.id, courses.c.title, courses.c.zone, courses.c.late_days).where(
    courses.c.id == bindparam("course")
)
_SPECS = (
    select(assignments.c.spec)
    .where(assignments.c.course == bindparam("course"))
    .order_by(assignments.c.due, assignments.c.id)
)
_EXTENSION = [extensions.c[name] for name in Extension.__slots__]
_ALL = (
    select(*_EXTENSION)
    .where(extensions.c.course == bindparam("course"))
    .order_by(extensions.c.assignment, extensions.c.kind.desc(), extensions.c.target)
)
_THEIRS = select(*_EXTENSION).where(
    extensions.c.course == bindparam("course"),
    or_(
        and_(extensions.c.kind == "section", extensions.c.target == bindparam("section")),
        and_(extensions.c.kind == "learner", extensions.c.target == bindparam("learner")),
    ),
)


def course(connection: Connection, id: str) -> CourseRow | None:
    """The course with this id."""
    row = connection.execute(_COURSE, {"course": id}).one_or_none()
    return row and CourseRow(row.id, row.title, row.zone, row.late_days)


def specs(connection: Connection, course: str) -> list[str]:
    """Every assignment of a course, in the order in which they are due."""
    return list(connection.execute(_SPECS, {"course": course}).scalars())


def save(connection: Connection, course: str, id: str, dates: tuple[datetime, datetime, datetime], spec: str) -> None:
    """An assignment, made or changed. `dates`: opens, due, closes."""
    values = dict(zip(("opens", "due", "closes"), dates, strict=True)) | {"spec": spec}
    row = insert_into(connection, assignments).values(course=course, id=id, **values)
    connection.execute(row.on_conflict_do_update(index_elements=["course", "id"], set_=values))


def remove(connection: Connection, course: str, id: str) -> None:
    """Forget an assignment with its extensions, choices and grades. Submissions stay."""
    of_course = select(learners.c.id).where(learners.c.course == course)
    connection.execute(delete(choices).where(choices.c.assignment == id, choices.c.learner.in_(of_course)))
    connection.execute(delete(grades).where(grades.c.course == course, grades.c.assignment == id))
    connection.execute(delete(extensions).where(extensions.c.course == course, extensions.c.assignment == id))
    connection.execute(delete(assignments).where(assignments.c.course == course, assignments.c.id == id))


def has_counted(connection: Connection, course: str, id: str) -> bool:
    """Whether somebody has a grade in it already."""
    mine = and_(grades.c.course == course, grades.c.assignment == id)
    return connection.execute(select(grades.c.learner).where(mine).limit(1)).scalar() is not None


# ---------- extensions ----------


def extend(connection: Connection, course: str, given: Extension) -> None:
    """Give an extension; one that the same section or learner has is replaced."""
    values = asdict(given)
    row = insert_into(connection, extensions).values(course=course, **values)
    keys = ["course", "assignment", "kind", "target"]
    change = {name: value for name, value in values.items() if name not in keys}
    connection.execute(row.on_conflict_do_update(index_elements=keys, set_=change))


def withdraw(connection: Connection, course: str, assignment: str, kind: str, target: str) -> bool:
    """Take an extension back; false when there is none."""
    its = and_(extensions.c.course == course, extensions.c.assignment == assignment)
    one = and_(its, extensions.c.kind == kind, extensions.c.target == target)
    return bool(connection.execute(delete(extensions).where(one)).rowcount)


def extensions_of(connection: Connection, course: str) -> list[Extension]:
    """All extensions of a course."""
    return [_extension(row) for row in connection.execute(_ALL, {"course": course})]


def extensions_for(connection: Connection, course: str, section: str, learner: str) -> list[Extension]:
    """The extensions that touch one learner: their section's and their own."""
    rows = connection.execute(_THEIRS, {"course": course, "section": section, "learner": learner})
    return [_extension(row) for row in rows]


def _extension(row: Row[Any]) -> Extension:
    return Extension(**row._mapping)


# ---------- what a learner wants counted ----------


def choose(connection: Connection, learner: str, assignment: str, exercise: str, submission: int, at: datetime) -> None:
    """Remember which submission is to count."""
    values = {"submission": submission, "at": at}
    row = insert_into(connection, choices).values(learner=learner, assignment=assignment, exercise=exercise, **values)
    keys = ["learner", "assignment", "exercise"]
    connection.execute(row.on_conflict_do_update(index_elements=keys, set_=values))


def chosen(connection: Connection, learner: str) -> Mapping[tuple[str, str], int]:
    """What a learner chose: (assignment, exercise) → submission."""
    rows = connection.execute(select(choices).where(choices.c.learner == learner))
    return {(row.assignment, row.exercise): row.submission for row in rows}
