"""Everything that the store knows of one person, as plain JSON."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import Connection, RowMapping, Select, select

from grader.model import Json
from grader.store import submissions
from grader.store.packing import dump_verdict, unpack
from grader.store.schema import drafts, hints_used, learners, progress

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
        "submissions": [_submission(one) for one in submissions.history(connection, learner)],
        "drafts": [
            _draft(row) for row in connection.execute(select(drafts).where(drafts.c.learner == learner)).mappings()
        ],
        "hints": _rows(connection, select(hints_used).where(hints_used.c.learner == learner)),
    }


def _submission(one: submissions.Submission) -> dict[str, Json]:
    return {
        "id": str(one.id),
        "exercise": one.exercise,
        "version": one.version,
        "at": one.at.isoformat(),
        "answer": one.answer,
        "sha256": one.sha256,
        "seed": one.seed,
        "state": one.state,
        "verdict": one.verdict and json.loads(dump_verdict(one.verdict)),
    }


def _draft(row: RowMapping) -> dict[str, Json]:
    answer = None if row["blob"] is None else unpack(row["form"], row["blob"])
    return {"exercise": row["exercise"], "at": row["at"].isoformat(), "answer": answer}


def _rows(connection: Connection, query: Select[tuple[object, ...]]) -> list[dict[str, Json]]:
    rows = connection.execute(query).mappings()
    return [{name: _plain(value) for name, value in row.items() if name != "learner"} for row in rows]


def _plain(value: object) -> Json:
    return value.isoformat() if isinstance(value, datetime) else value
