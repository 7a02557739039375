"""Drafts: the newest text of a learner in an exercise."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from grader.store import learners
from grader.store.connect import insert_into, upsert_into
from grader.store.packing import Packed
from grader.store.schema import drafts

FIRST_REV = 1
_DRAFT = select(drafts.c.form, drafts.c.blob, drafts.c.rev).where(
    drafts.c.learner == bindparam("learner"), drafts.c.exercise == bindparam("exercise")
)


def save(
    connection: Connection, learner: str, exercise: str, answer: Packed, at: datetime, rev: int | None = None
) -> bool:
    """Keep what was typed. False when `rev` is no longer today's: that text was replaced by a reset meanwhile."""
    if rev is not None and rev != revision(connection, learner, exercise):
        return False
    learners.ensure(connection, learner, at)
    values = {"form": answer.form, "blob": answer.blob, "at": at}
    row = {"learner": learner, "exercise": exercise, "rev": FIRST_REV, **values}
    connection.execute(upsert_into(connection, drafts, keep=("rev", "reset_at")), row)
    return True


def reset(connection: Connection, learner: str, exercise: str, at: datetime) -> int:
    """Back to the starter → the new revision."""
    learners.ensure(connection, learner, at)
    rev = revision(connection, learner, exercise) + 1
    values = {"form": None, "blob": None, "at": at, "reset_at": at, "rev": rev}
    row = insert_into(connection, drafts).values(learner=learner, exercise=exercise, **values)
    connection.execute(row.on_conflict_do_update(index_elements=["learner", "exercise"], set_=values))
    return rev


def revision(connection: Connection, learner: str, exercise: str) -> int:
    """Which text the learner's editor should be based on."""
    mine = (drafts.c.learner == learner) & (drafts.c.exercise == exercise)
    return connection.execute(select(drafts.c.rev).where(mine)).scalar() or FIRST_REV


def holds(connection: Connection, learner: str, exercise: str, answer: Packed, rev: int | None = None) -> bool:
    """Whether the draft is this already (and of this revision): a look is cheaper than a commit."""
    row = connection.execute(_DRAFT, {"learner": learner, "exercise": exercise}).one_or_none()
    if row is None or rev not in (None, row.rev):
        return False
    return (row.form, row.blob) == (answer.form, answer.blob)
