"""Progress of a learner in an exercise: what follows from their submissions and the verdicts in force."""

from __future__ import annotations

from sqlalchemy import Connection, and_, bindparam, case, delete, func, select

from grader.store.connect import insert_into
from grader.store.schema import GRADED, progress, submissions, verdicts

_MINE = and_(submissions.c.learner == bindparam("learner"), submissions.c.exercise == bindparam("exercise"))
_IN_FORCE = submissions.join(
    verdicts, and_(verdicts.c.submission == submissions.c.id, verdicts.c.grader == submissions.c.graded_by)
)
_TOTALS = (
    select(
        func.max(verdicts.c.score).label("best"),
        func.max(case((verdicts.c.passed, 1), else_=0)).label("passed"),
        func.count().label("attempts"),
        func.max(submissions.c.id).label("last_submission"),
        func.max(submissions.c.at).label("last_at"),
        func.min(case((verdicts.c.passed, submissions.c.at))).label("passed_at"),
    )
    .select_from(_IN_FORCE)
    .where(_MINE, submissions.c.state == GRADED)
)
_LAST = (
    select(verdicts.c.misconception)
    .select_from(_IN_FORCE)
    .where(_MINE, submissions.c.state == GRADED)
    .order_by(submissions.c.id.desc())
    .limit(1)
)


def refresh(connection: Connection, learner: str, exercise: str) -> None:
    """Work out one row again, in the transaction that changed what it follows from.

    From scratch, not by adding up: right for verdicts that come late, out of order or anew, and with some tens of
    attempts as quick.
    """
    mine = {"learner": learner, "exercise": exercise}
    totals = connection.execute(_TOTALS, mine).mappings().one()
    if not totals["attempts"]:
        gone = and_(progress.c.learner == learner, progress.c.exercise == exercise)
        connection.execute(delete(progress).where(gone))
        return
    values = {
        **totals,
        "passed": bool(totals["passed"]),
        "last_misconception": connection.execute(_LAST, mine).scalar(),
    }
    row = insert_into(connection, progress).values(**mine, **values)
    connection.execute(row.on_conflict_do_update(index_elements=["learner", "exercise"], set_=values))


def rebuild(connection: Connection) -> int:
    """Work out every row again → how many there are."""
    connection.execute(delete(progress))
    pairs = connection.execute(select(submissions.c.learner, submissions.c.exercise).distinct()).all()
    for learner, exercise in pairs:
        refresh(connection, learner, exercise)
    return connection.execute(select(func.count()).select_from(progress)).scalar_one()
