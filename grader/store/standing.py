"""Where a learner stands: in one exercise, with draft and last verdict, and in the whole course."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, Connection, and_, bindparam, func, literal, select

from grader.model import Json, Verdict
from grader.store.drafts import FIRST_REV
from grader.store.packing import load_verdict, unpack
from grader.store.schema import OPEN, drafts, hints_used, progress, submissions, verdicts


@dataclass(frozen=True, slots=True)
class Record:
    """One learner in one exercise. `draft` None: nothing typed, or reset. `last`: of the newest submission that has a verdict."""

    draft: Json
    rev: int
    best: int
    passed: bool
    attempts: int
    hints: int
    last: Verdict | None
    last_submission: int | None
    open_submission: int | None
    is_fresh: bool = False
    """Reset after the last submission."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The rollup of one learner in one exercise."""

    best: int
    passed: bool
    attempts: int
    last_misconception: str | None
    last_at: datetime | None
    passed_at: datetime | None


_LEARNER: BindParameter[str] = bindparam("learner")
_EXERCISE: BindParameter[str] = bindparam("exercise")
_ONE = select(literal(1).label("one")).subquery()
_HINTS = (
    select(func.count()).where(hints_used.c.learner == _LEARNER, hints_used.c.exercise == _EXERCISE).scalar_subquery()
)
_NEWEST = (
    select(submissions.c.id)
    .where(submissions.c.learner == _LEARNER, submissions.c.exercise == _EXERCISE, submissions.c.state != OPEN)
    .order_by(submissions.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_OPEN = (
    select(func.max(submissions.c.id))
    .where(submissions.c.learner == _LEARNER, submissions.c.exercise == _EXERCISE, submissions.c.state == OPEN)
    .scalar_subquery()
)
_RECORD = select(
    drafts.c.form,
    drafts.c.blob,
    drafts.c.rev,
    drafts.c.reset_at,
    progress.c.best,
    progress.c.passed,
    progress.c.attempts,
    _HINTS.label("hints"),
    _OPEN.label("open_submission"),
    submissions.c.id.label("last_submission"),
    submissions.c.at.label("submitted_at"),
    verdicts.c.verdict,
).select_from(
    _ONE.outerjoin(drafts, and_(drafts.c.learner == _LEARNER, drafts.c.exercise == _EXERCISE))
    .outerjoin(progress, and_(progress.c.learner == _LEARNER, progress.c.exercise == _EXERCISE))
    .outerjoin(submissions, submissions.c.id == _NEWEST)
    .outerjoin(verdicts, and_(verdicts.c.submission == submissions.c.id, verdicts.c.grader == submissions.c.graded_by))
)
_PROGRESS = select(progress).where(progress.c.learner == _LEARNER)
_TOUCHED = select(drafts.c.exercise, drafts.c.at).where(drafts.c.learner == _LEARNER).order_by(drafts.c.at.desc())


def record(connection: Connection, learner: str, exercise: str) -> Record:
    """Everything that an exercise page needs, in one query: it asks at every rerun."""
    row = connection.execute(_RECORD, {"learner": learner, "exercise": exercise}).one()
    return Record(
        draft=None if row.blob is None else unpack(row.form, row.blob),
        rev=row.rev or FIRST_REV,
        best=row.best or 0,
        passed=bool(row.passed),
        attempts=row.attempts or 0,
        hints=row.hints,
        last=None if row.verdict is None else load_verdict(row.verdict),
        last_submission=row.last_submission,
        open_submission=row.open_submission,
        is_fresh=bool(row.reset_at and row.submitted_at and row.reset_at > row.submitted_at),
    )


def standings(connection: Connection, learner: str) -> dict[str, Progress]:
    """The rollup of every exercise that was submitted."""
    rows = connection.execute(_PROGRESS, {"learner": learner})
    return {
        row.exercise: Progress(row.best, row.passed, row.attempts, row.last_misconception, row.last_at, row.passed_at)
        for row in rows
    }


def touched(connection: Connection, learner: str) -> list[tuple[str, datetime]]:
    """Exercises that were typed in, run or submitted, the newest first."""
    return [(row.exercise, row.at) for row in connection.execute(_TOUCHED, {"learner": learner})]
