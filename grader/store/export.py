"""Everything that the store knows of one person, as plain JSON."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import Connection, RowMapping, Select, select

from grader.model import Json
from grader.store.packing import unpack
from grader.store.schema import drafts, hints_used, learners, progress, submissions
from grader.store.submissions import everything

FORMAT = 1


def everything_of(connection: Connection, learner: str) -> dict[str, Json]:
    """All rows of a learner. Times are ISO 8601 in UTC; NaN and infinities are strings."""
    person = connection.execute(select(learners).where(learners.c.id == learner)).mappings().one_or_none()
    return {
        "format": FORMAT,
        "learner": learner,
        "language": person and person["language"],
        "since": person and _plain(person["since"]),
        "progress": _rows(connection, select(progress).where(progress.c.learner == learner)),
        "submissions": [_submission(row) for row in connection.execute(_submissions(learner)).mappings()],
        "drafts": [
            _draft(row) for row in connection.execute(select(drafts).where(drafts.c.learner == learner)).mappings()
        ],
        "hints": _rows(connection, select(hints_used).where(hints_used.c.learner == learner)),
    }


def _submissions(learner: str) -> Select[tuple[object, ...]]:
    return everything().where(submissions.c.learner == learner).order_by(submissions.c.id)


def _submission(row: RowMapping) -> dict[str, Json]:
    plain = {name: _plain(row[name]) for name in ("exercise", "version", "at", "sha256", "seed", "state")}
    verdict = None if row["verdict"] is None else json.loads(row["verdict"])
    return {"id": str(row["id"]), **plain, "answer": unpack(row["form"], row["blob"]), "verdict": verdict}


def _draft(row: RowMapping) -> dict[str, Json]:
    answer = None if row["blob"] is None else unpack(row["form"], row["blob"])
    return {"exercise": row["exercise"], "at": row["at"].isoformat(), "answer": answer}


def _rows(connection: Connection, query: Select[tuple[object, ...]]) -> list[dict[str, Json]]:
    rows = connection.execute(query).mappings()
    return [{name: _plain(value) for name, value in row.items() if name != "learner"} for row in rows]


def _plain(value: object) -> Json:
    return value.isoformat() if isinstance(value, datetime) else value
