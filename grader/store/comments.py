"""Comments of staff as rows: to one learner, or to everybody who fails an exercise in the same way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, and_, func, insert, or_, select, update

from grader.store import audit
from grader.store.schema import learners
from grader.store.schema_courses import comments


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment. Exactly one of `learner` and `signature` is set. The text is plain text, never markup."""

    id: int
    course: str
    exercise: str
    text: str
    made_by: str
    made_at: datetime
    learner: str | None = None
    signature: str = ""
    author: str = ""
    """The name of whoever wrote it; empty for somebody who is no longer known."""


@dataclass(frozen=True, slots=True)
class Target:
    """Whom a comment is for: one learner or one signature, in one exercise of one course."""

    course: str
    exercise: str
    learner: str | None = None
    signature: str = ""


def add(connection: Connection, target: Target, text: str, by: str, at: datetime) -> int:
    """Keep a comment, and that it was made → its id. The same text to the same target again is the one that stands."""
    same = select(comments.c.id).where(_to(target), comments.c.text == text, comments.c.removed_at.is_(None))
    known: int | None = connection.execute(same).scalar()
    if known is not None:
        return known
    row = insert(comments).values(
        course=target.course,
        exercise=target.exercise,
        learner=target.learner,
        signature=target.signature,
        text=text,
        made_by=by,
        made_at=at,
    )
    id: int = connection.execute(row.returning(comments.c.id)).scalar_one()
    audit.note(connection, target.course, by, "comment.made", target.learner or target.signature, at, comment=id)
    return id


def edit(connection: Connection, one: Comment, text: str, by: str, at: datetime) -> None:
    """Other words; who wrote the first ones, and when, stays."""
    connection.execute(update(comments).where(comments.c.id == one.id).values(text=text))
    audit.note(connection, one.course, by, "comment.edited", one.learner or one.signature, at, comment=one.id)


def remove(connection: Connection, one: Comment, by: str, at: datetime) -> None:
    """Nobody sees it any more; the row stays."""
    connection.execute(update(comments).where(comments.c.id == one.id).values(removed_at=at))
    audit.note(connection, one.course, by, "comment.removed", one.learner or one.signature, at, comment=one.id)


def find(connection: Connection, course: str, id: int) -> Comment | None:
    """One comment of a course that was not removed."""
    found = _listed(connection, and_(comments.c.course == course, comments.c.id == id))
    return found[0] if found else None


def of_target(connection: Connection, target: Target) -> list[Comment]:
    """What was said to a target, oldest first."""
    return _listed(connection, _to(target))


def for_learner(
    connection: Connection, course: str, exercise: str, learner: str, signatures: Sequence[str]
) -> list[Comment]:
    """What was said to a learner themselves, or to those who fail like this, oldest first."""
    here = and_(comments.c.course == course, comments.c.exercise == exercise)
    common = and_(comments.c.learner.is_(None), comments.c.signature.in_(signatures))
    return _listed(connection, and_(here, or_(comments.c.learner == learner, common)))


def counts(connection: Connection, course: str) -> dict[tuple[str, str], int]:
    """How many comments stand at each (exercise, signature)."""
    mine = and_(comments.c.course == course, comments.c.removed_at.is_(None), comments.c.learner.is_(None))
    query = select(comments.c.exercise, comments.c.signature, func.count().label("n")).where(mine)
    rows = connection.execute(query.group_by(comments.c.exercise, comments.c.signature))
    return {(row.exercise, row.signature): row.n for row in rows}


def made_since(connection: Connection, course: str, by: str, at: datetime) -> int:
    """How many comments somebody has written since then, those that were removed included."""
    mine = and_(comments.c.course == course, comments.c.made_by == by, comments.c.made_at > at)
    return connection.execute(select(func.count()).select_from(comments).where(mine)).scalar_one()


def _to(target: Target) -> ColumnElement[bool]:
    who = comments.c.learner.is_(None) if target.learner is None else comments.c.learner == target.learner
    where = and_(comments.c.course == target.course, comments.c.exercise == target.exercise)
    return and_(where, who, comments.c.signature == target.signature)


def _listed(connection: Connection, where: ColumnElement[bool]) -> list[Comment]:
    joined = comments.outerjoin(learners, learners.c.id == comments.c.made_by)
    query = select(comments, func.coalesce(learners.c.name, "").label("author")).select_from(joined)
    rows = connection.execute(query.where(where, comments.c.removed_at.is_(None)).order_by(comments.c.id))
    return [_comment(row) for row in rows]


def _comment(row: Row[tuple[object, ...]]) -> Comment:
    return Comment(
        id=row.id,
        course=row.course,
        exercise=row.exercise,
        text=row.text,
        made_by=row.made_by,
        made_at=row.made_at,
        learner=row.learner,
        signature=row.signature,
        author=row.author,
    )
