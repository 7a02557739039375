"""People of a course as rows: who they are, and whose a session is."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Row, and_, func, insert, select

from grader.model import Person, Role
from grader.store.connect import insert_into
from grader.store.schema import courses, learners
from grader.store.schema_courses import sessions


def add_course(connection: Connection, id: str, title: str, zone: str, at: datetime, *, late_days: int = 0) -> None:
    """A course, made or changed."""
    values = {"title": title, "zone": zone, "late_days": late_days}
    row = insert_into(connection, courses).values(id=id, since=at, **values)
    connection.execute(row.on_conflict_do_update(index_elements=["id"], set_=values))


def course_ids(connection: Connection) -> list[str]:
    """All courses of this data folder."""
    return list(connection.execute(select(courses.c.id).order_by(courses.c.id)).scalars())


def add(connection: Connection, person: Person, at: datetime) -> None:
    """Somebody new."""
    values = {name: getattr(person, name) or None for name in ("name", "email", "login", "number")}
    row = insert(learners).values(
        id=person.id, since=at, course=person.course, role=person.role.value, section=person.section, **values
    )
    connection.execute(row)


def find(connection: Connection, id: str) -> Person | None:
    """The person with this id."""
    row = connection.execute(select(learners).where(learners.c.id == id)).one_or_none()
    return None if row is None else _person(row)


def of_session(connection: Connection, sha256: str, at: datetime) -> Person | None:
    """Whose session this is; None for one that ended, was revoked, or belongs to somebody who left."""
    is_open = and_(sessions.c.sha256 == sha256, sessions.c.expires_at > at, sessions.c.revoked_at.is_(None))
    query = select(learners).join(sessions, sessions.c.learner == learners.c.id)
    row = connection.execute(query.where(is_open, learners.c.left_at.is_(None))).one_or_none()
    return None if row is None else _person(row)


def of_course(connection: Connection, course: str, role: Role | None = None) -> list[Person]:
    """Everybody in a course, by name; those who left come too."""
    query = select(learners).where(learners.c.course == course, learners.c.erased_at.is_(None))
    if role is not None:
        query = query.where(learners.c.role == role.value)
    rows = connection.execute(query.order_by(func.lower(learners.c.name), learners.c.id))
    return [_person(row) for row in rows]


def _person(row: Row[tuple[object, ...]]) -> Person:
    return Person(
        id=row.id,
        course=row.course or "",
        role=Role(row.role or Role.LEARNER),
        section=row.section,
        name=row.name or "",
        email=row.email or "",
        login=row.login or "",
        number=row.number or "",
        has_left=row.left_at is not None,
    )
