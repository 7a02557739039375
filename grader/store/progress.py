"""Progress and mistakes of a learner: what follows from their submissions and the verdicts in force."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, and_, bindparam, delete, insert, select, update

from grader.store.connect import upsert_into
from grader.store.packing import load_verdict
from grader.store.schema import GRADED, progress, submissions, verdicts
from grader.store.schema_courses import mistakes
from grader.store.signature import signature_of
from grader.store.trail import Attempt, trail_of

IN_FORCE = submissions.join(
    verdicts, and_(verdicts.c.submission == submissions.c.id, verdicts.c.grader == submissions.c.graded_by)
)
_ATTEMPTS = (
    select(
        submissions.c.id,
        submissions.c.at,
        verdicts.c.score,
        verdicts.c.passed,
        verdicts.c.misconception,
        verdicts.c.signature,
        submissions.c.graded_by,
        submissions.c.exercise,
    )
    .select_from(IN_FORCE)
    .where(submissions.c.learner == bindparam("learner"), submissions.c.state == GRADED)
    .order_by(submissions.c.exercise, submissions.c.id)
)
_MINE = _ATTEMPTS.where(submissions.c.exercise == bindparam("exercise"))
_PAIR: dict[str, BindParameter[str]] = {name: bindparam(name) for name in ("learner", "exercise")}
_FORGET = delete(progress).where(*(progress.c[name] == value for name, value in _PAIR.items()))
_FORGET_MISTAKES = delete(mistakes).where(*(mistakes.c[name] == value for name, value in _PAIR.items()))
_ADD_MISTAKES = insert(mistakes)
_VERDICT = and_(verdicts.c.submission == bindparam("of"), verdicts.c.grader == bindparam("by"))


def refresh(connection: Connection, learner: str, exercise: str) -> None:
    """Work out one pair again, in the transaction that changed what it follows from.

    From scratch, not by adding up: right for verdicts that come late, out of order or anew, and with some tens of
    attempts as quick.
    """
    mine = {"learner": learner, "exercise": exercise}
    trail = trail_of([_attempt(connection, row) for row in connection.execute(_MINE, mine).all()])
    connection.execute(_FORGET_MISTAKES, mine)
    if not trail.attempts:
        connection.execute(_FORGET, mine)
        return
    connection.execute(upsert_into(connection, progress), mine | trail.progress_row())
    if rows := trail.mistake_rows():
        connection.execute(_ADD_MISTAKES, [mine | row for row in rows])


def rebuild(connection: Connection, learner: str) -> tuple[int, int]:
    """Work out all pairs of a learner again → how many there are, and how many of them were wrong."""
    rows, fails = [], []
    for exercise, group in groupby(connection.execute(_ATTEMPTS, {"learner": learner}).all(), lambda row: row.exercise):
        trail = trail_of([_attempt(connection, row) for row in group])
        mine = {"learner": learner, "exercise": exercise}
        rows.append(mine | trail.progress_row())
        fails += [mine | row for row in trail.mistake_rows()]
    wrong = _wrong(connection, learner, rows, fails)
    for table, found in ((progress, rows), (mistakes, fails)):
        connection.execute(delete(table).where(table.c.learner == learner))
        if found:
            connection.execute(insert(table), found)
    return len(rows), wrong


def _wrong(connection: Connection, learner: str, rows: list[dict[str, Any]], fails: list[dict[str, Any]]) -> int:
    """Of how many exercises what stood there differs from what should."""
    differ: set[str] = set()
    for table, wanted in ((progress, rows), (mistakes, fails)):
        stood = connection.execute(select(table).where(table.c.learner == learner)).mappings()
        before = {frozenset(row.items()) for row in stood}
        after = {frozenset(row.items()) for row in wanted}
        differ |= {dict(row)["exercise"] for row in before ^ after}
    return len(differ)


def _attempt(connection: Connection, row: Row[*tuple[Any, ...]]) -> Attempt:
    id, at, score, passed, misconception, signature, grader, _ = row
    if not (passed or signature):  # graded before there were signatures
        signature = _sign(connection, id, grader)
    return Attempt(id, at, score, passed, misconception, signature)


def _sign(connection: Connection, submission: int, grader: str) -> str:
    """Give a failed verdict of an older program its signature."""
    key = {"of": submission, "by": grader}
    signature = signature_of(
        load_verdict(connection.execute(select(verdicts.c.verdict).where(_VERDICT), key).scalar_one())
    )
    connection.execute(update(verdicts).where(_VERDICT).values(signature=signature), key)
    return signature
