"""The audit log as rows: who did what to whom. Ids and numbers only: a row outlives an erased person."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, insert, or_, select

from grader.model import Json
from grader.store.schema_courses import audit


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `actor` is a person's id or `operator`, `subject` the id of a person, an assignment or nothing."""

    id: int
    at: datetime
    actor: str
    action: str
    subject: str = ""
    details: dict[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows to list; what is empty does not filter. `action` may end in a dot: all actions of that kind."""

    actor: str = ""
    action: str = ""
    subject: str = ""
    since: datetime | None = None
    until: datetime | None = None


def note(
    connection: Connection, course: str, actor: str, action: str, subject: str, at: datetime, **details: Json
) -> None:
    """Write down what was done, in the transaction that does it. Details are ids and numbers, never names or free text."""
    note_all(connection, course, actor, action, [(subject, details)], at)


def note_all(
    connection: Connection,
    course: str,
    actor: str,
    action: str,
    subjects: Iterable[tuple[str, Mapping[str, Json]]],
    at: datetime,
) -> None:
    """The same done to many at once: each with its details."""
    same = {"course": course, "at": at, "actor": actor, "action": action}
    rows = [{**same, "subject": subject or None, "details": _packed(details)} for subject, details in subjects]
    if rows:
        connection.execute(insert(audit), rows)


def _packed(details: Mapping[str, Json]) -> str:
    return json.dumps(details, ensure_ascii=False, separators=(",", ":"))


def entries(
    connection: Connection, course: str, wanted: Filter, *, limit: int, skip: int = 0
) -> tuple[list[Entry], int]:
    """A page of rows, the newest first, and how many there are in all."""
    where = _where(course, wanted)
    total = connection.execute(select(func.count()).select_from(audit).where(where)).scalar_one()
    rows = connection.execute(select(audit).where(where).order_by(audit.c.id.desc()).limit(limit).offset(skip))
    found = [Entry(row.id, row.at, row.actor, row.action, row.subject or "", json.loads(row.details)) for row in rows]
    return found, total


def actions(connection: Connection, course: str) -> list[str]:
    """Which actions there are."""
    query = select(audit.c.action).where(audit.c.course == course).distinct().order_by(audit.c.action)
    return list(connection.execute(query).scalars())


def about(connection: Connection, person: str) -> list[Entry]:
    """What a person did and what was done to them, oldest first."""
    mine = or_(audit.c.actor == person, audit.c.subject == person)
    rows = connection.execute(select(audit).where(mine).order_by(audit.c.id))
    return [Entry(row.id, row.at, row.actor, row.action, row.subject or "", json.loads(row.details)) for row in rows]


def _where(course: str, wanted: Filter) -> ColumnElement[bool]:
    parts: list[ColumnElement[bool]] = [audit.c.course == course]
    if wanted.actor:
        parts.append(audit.c.actor == wanted.actor)
    if wanted.action.endswith("."):
        parts.append(audit.c.action.startswith(wanted.action, autoescape=True))
    elif wanted.action:
        parts.append(audit.c.action == wanted.action)
    if wanted.subject:
        parts.append(audit.c.subject == wanted.subject)
    if wanted.since is not None:
        parts.append(audit.c.at >= wanted.since)
    if wanted.until is not None:
        parts.append(audit.c.at < wanted.until)
    return and_(*parts)
