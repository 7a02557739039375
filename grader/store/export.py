"""Everything that the store knows of one person, as plain JSON. No secrets: links and sessions come without their hash."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, and_, or_, select

from grader.model import Json
from grader.store import audit
from grader.store.packing import unpack
from grader.store.schema import drafts, hints_used, learners, progress, submissions
from grader.store.schema_courses import (
    choices,
    comments,
    extensions,
    grades,
    links,
    mistakes,
    overrides,
    sessions,
)
from grader.store.submissions import everything

FORMAT = 2
_HIDDEN = {"learner", "sha256", "course"}
_PERSON = ("course", "role", "section", "name", "email", "email_typed", "login", "number", "left_at")


def everything_of(connection: Connection, learner: str) -> dict[str, Json]:
    """All rows of a learner. Times are ISO 8601 in UTC; NaN and infinities are strings."""
    person = connection.execute(select(learners).where(learners.c.id == learner)).mappings().one_or_none()
    own = {
        "format": FORMAT,
        "learner": learner,
        "language": person and person["language"],
        "since": person and _plain(person["since"]),
        "progress": _mine(connection, progress, learner),
        "submissions": [_submission(row) for row in connection.execute(_submissions(learner)).mappings()],
        "drafts": [
            _draft(row) for row in connection.execute(select(drafts).where(drafts.c.learner == learner)).mappings()
        ],
        "hints": _mine(connection, hints_used, learner),
    }
    return own if person is None or person["course"] is None else {**own, **_in_course(connection, person)}


def _in_course(connection: Connection, person: RowMapping) -> dict[str, Json]:
    """What there is of somebody in a course besides."""
    learner = person["id"]
    return {
        "person": {name: _plain(person[name]) for name in _PERSON},
        "mistakes": _mine(connection, mistakes, learner),
        "grades": _mine(connection, grades, learner),
        "choices": _mine(connection, choices, learner),
        "overrides": _mine(connection, overrides, learner),
        "extensions": _rows(connection, _extensions(person)),
        "comments": _rows(connection, _comments(person)),
        "links": _mine(connection, links, learner),
        "sessions": _mine(connection, sessions, learner),
        "audit": [{**asdict(entry), "at": entry.at.isoformat()} for entry in audit.about(connection, learner)],
    }


def _extensions(person: RowMapping) -> Select[Any]:
    """Theirs, and those of their section."""
    theirs = and_(extensions.c.kind == "learner", extensions.c.target == person["id"])
    section = and_(extensions.c.kind == "section", extensions.c.target == person["section"])
    return select(extensions).where(extensions.c.course == person["course"], or_(theirs, section))


def _comments(person: RowMapping) -> Select[Any]:
    """To them alone, and to everybody who made a mistake that they made."""
    made = (
        select(mistakes.c.learner)
        .where(
            mistakes.c.learner == person["id"],
            mistakes.c.exercise == comments.c.exercise,
            mistakes.c.signature == comments.c.signature,
        )
        .exists()
    )
    to_all = and_(comments.c.learner.is_(None), made)
    mine = or_(comments.c.learner == person["id"], to_all)
    return select(comments).where(comments.c.course == person["course"], comments.c.removed_at.is_(None), mine)


def _submissions(learner: str) -> Select[tuple[object, ...]]:
    return everything().where(submissions.c.learner == learner).order_by(submissions.c.id)


def _submission(row: RowMapping) -> dict[str, Json]:
    plain = {name: _plain(row[name]) for name in ("exercise", "version", "at", "sha256", "seed", "state")}
    verdict = None if row["verdict"] is None else json.loads(row["verdict"])
    return {"id": str(row["id"]), **plain, "answer": unpack(row["form"], row["blob"]), "verdict": verdict}


def _draft(row: RowMapping) -> dict[str, Json]:
    answer = None if row["blob"] is None else unpack(row["form"], row["blob"])
    return {"exercise": row["exercise"], "at": row["at"].isoformat(), "answer": answer}


def _mine(connection: Connection, table: Table, learner: str) -> list[dict[str, Json]]:
    return _rows(connection, select(table).where(table.c.learner == learner))


def _rows(connection: Connection, query: Select[Any]) -> list[dict[str, Json]]:
    rows = connection.execute(query).mappings()
    return [{name: _plain(value) for name, value in row.items() if name not in _HIDDEN} for row in rows]


def _plain(value: object) -> Json:
    return value.isoformat() if isinstance(value, datetime) else value
