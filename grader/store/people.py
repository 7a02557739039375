"""People of a course as rows: who they are, and whose a session is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, and_, bindparam, func, insert, or_, select, update

from grader.model import Person, Role
from grader.store.connect import insert_into
from grader.store.schema import courses, learners
from grader.store.schema_courses import sessions

_FIND = select(learners).where(learners.c.id == bindparam("id"), learners.c.erased_at.is_(None))


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
    add_all(connection, [person], at)


def add_all(connection: Connection, new: Sequence[Person], at: datetime) -> None:
    """Many new ones at once: one by one, 5,000 keep the writer for seconds."""
    if new:
        connection.execute(insert(learners), [_row_of(person, at) for person in new])


def _row_of(person: Person, at: datetime) -> dict[str, object]:
    names = {name: getattr(person, name) or None for name in ("name", "email", "login", "number")}
    row = {"id": person.id, "since": at, "course": person.course, "role": person.role.value, "section": person.section}
    return {**row, **names}


def find(connection: Connection, id: str) -> Person | None:
    """The person with this id."""
    row = connection.execute(_FIND, {"id": id}).one_or_none()
    return None if row is None else _person(row)


def matching(connection: Connection, text: str, course: str | None = None) -> list[Person]:
    """Whom an id, an address or a login names, in one course or in all; case does not count. Nobody who was erased."""
    wanted = text.strip().lower()
    same = or_(learners.c.id == text.strip(), *(func.lower(learners.c[name]) == wanted for name in ("email", "login")))
    query = select(learners).where(same, learners.c.course.is_not(None), learners.c.erased_at.is_(None))
    if course is not None:
        query = query.where(learners.c.course == course)
    found = [_person(row) for row in connection.execute(query.order_by(learners.c.id))] if wanted else []
    return [person for person in found if person.id == text.strip()] or found


def was_erased(connection: Connection, id: str) -> str | None:
    """The course of somebody who was erased; None for everybody else."""
    gone = and_(learners.c.id == id, learners.c.erased_at.is_not(None))
    return connection.execute(select(learners.c.course).where(gone)).scalar()


def erased_in(connection: Connection, course: str) -> int:
    """How many people of a course were erased."""
    gone = and_(learners.c.course == course, learners.c.erased_at.is_not(None))
    return connection.execute(select(func.count()).select_from(learners).where(gone)).scalar_one()


def came_in(connection: Connection, course: str) -> set[str]:
    """Who ever signed in."""
    query = select(sessions.c.learner).join(learners, learners.c.id == sessions.c.learner)
    return set(connection.execute(query.where(learners.c.course == course).distinct()).scalars())


def change(connection: Connection, id: str, values: Mapping[str, str]) -> None:
    """Other names, addresses, section or role; an empty name or address is none. An address given here counts as proved."""
    plain: dict[str, object] = {
        name: value if name in ("section", "role") else value or None for name, value in values.items()
    }
    if "email" in values:
        plain["email_typed"] = False
    connection.execute(update(learners).where(learners.c.id == id).values(**plain))


def typed_in(connection: Connection, course: str) -> set[str]:
    """Whose address is only what they said of themselves."""
    said = and_(learners.c.course == course, learners.c.email_typed)
    return set(connection.execute(select(learners.c.id).where(said)).scalars())


def set_left(connection: Connection, ids: Iterable[str], at: datetime | None) -> None:
    """Out of the course, or (None) back in it."""
    for id in ids:
        connection.execute(update(learners).where(learners.c.id == id).values(left_at=at))


def end_sessions(connection: Connection, id: str, at: datetime) -> int:
    """Sign somebody out everywhere → how many sessions that ended."""
    open_ones = and_(sessions.c.learner == id, sessions.c.revoked_at.is_(None), sessions.c.expires_at > at)
    return connection.execute(update(sessions).where(open_ones).values(revoked_at=at)).rowcount


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
