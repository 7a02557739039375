"""Learners: their language and the hints they have seen."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from grader.model import Lang
from grader.store.connect import insert_new_into
from grader.store.schema import hints_used, learners


def ensure(connection: Connection, learner: str, at: datetime) -> None:
    """Know this learner from now on."""
    connection.execute(insert_new_into(connection, learners), {"id": learner, "since": at})


def language(connection: Connection, learner: str) -> Lang | None:
    """The language that was chosen; None when none was."""
    chosen: Lang | None = connection.execute(select(learners.c.language).where(learners.c.id == learner)).scalar()
    return chosen


def set_language(connection: Connection, learner: str, lang: Lang, at: datetime) -> None:
    """Remember a choice."""
    ensure(connection, learner, at)
    connection.execute(update(learners).where(learners.c.id == learner).values(language=lang))


def reveal_hint(connection: Connection, learner: str, exercise: str, most: int, at: datetime) -> int:
    """Show one hint more, at most `most` → how many are shown."""
    ensure(connection, learner, at)
    mine = (hints_used.c.learner == learner) & (hints_used.c.exercise == exercise)
    shown: int = connection.execute(select(func.count()).where(mine)).scalar_one()
    if shown >= most:
        return shown
    connection.execute(insert(hints_used).values(learner=learner, exercise=exercise, number=shown + 1, at=at))
    return shown + 1
