"""How much is there: sizes and counts for whoever runs the server."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from grader.store.schema import IS_OPEN, learners, submissions
from grader.store.schema_courses import sessions


@dataclass(frozen=True, slots=True)
class Counts:
    """Of the whole data folder, all its courses. `oldest_open`: since when the oldest open submission waits."""

    people: int
    signed_in: int
    submissions: int
    open: int
    oldest_open: datetime | None


def counts(connection: Connection, now: datetime) -> Counts:
    """Cheap at any size: the newest id stands for the number of submissions, which are never deleted."""
    waiting = connection.execute(select(func.count(), func.min(submissions.c.at)).where(IS_OPEN)).one()
    people = select(func.count()).where(learners.c.left_at.is_(None), learners.c.course.is_not(None))
    alive = select(func.count(func.distinct(sessions.c.learner))).where(
        sessions.c.expires_at > now, sessions.c.revoked_at.is_(None)
    )
    return Counts(
        people=connection.execute(people).scalar_one(),
        signed_in=connection.execute(alive).scalar_one(),
        submissions=connection.execute(select(func.max(submissions.c.id))).scalar() or 0,
        open=waiting[0],
        oldest_open=waiting[1],
    )
