"""Submissions and their verdicts: the table that is the truth. Nothing here is ever changed but the state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, Select, and_, bindparam, insert, select, update

from grader.model import Json, Outcome, Verdict
from grader.store import drafts, progress, rollups
from grader.store.connect import insert_new_into
from grader.store.packing import Packed, dump_verdict, load_verdict, unpack
from grader.store.schema import GRADED, INTERNAL, IS_OPEN, OPEN, codes, submissions, verdicts
from grader.store.signature import signature_of


@dataclass(frozen=True, slots=True)
class NewSubmission:
    """What a learner hands in. `key` names the click: the same one again is the same submission."""

    learner: str
    exercise: str
    version: str
    key: str
    answer: Packed
    seed: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Submission:
    """A submission as it stands in the store, with the verdict in force."""

    id: int
    learner: str
    exercise: str
    version: str
    answer: Json
    sha256: str
    seed: int
    at: datetime
    state: str
    verdict: Verdict | None

    @property
    def is_open(self) -> bool:
        return self.state == OPEN


def add(connection: Connection, new: NewSubmission) -> int:
    """Save a submission, and its answer as the draft → its id; for a key that was used, the id of that time."""
    known = find_key(connection, new.learner, new.key)
    if known is not None:
        return known
    drafts.save(connection, new.learner, new.exercise, new.answer, new.at)
    code = {"sha256": new.answer.sha256, "blob": new.answer.blob}
    connection.execute(insert_new_into(connection, codes), code)
    row = {
        "learner": new.learner,
        "exercise": new.exercise,
        "version": new.version,
        "key": new.key,
        "form": new.answer.form,
        "sha256": new.answer.sha256,
        "seed": new.seed,
        "at": new.at,
    }
    id: int = connection.execute(_ADD, row).scalar_one()
    return id


def find_key(connection: Connection, learner: str, key: str) -> int | None:
    """The submission that was made with this key."""
    return connection.execute(_KEY, {"learner": learner, "key": key}).scalar()


_ADD = insert(submissions).returning(submissions.c.id)
_KEY = select(submissions.c.id).where(
    submissions.c.learner == bindparam("learner"), submissions.c.key == bindparam("key")
)
_OUTCOME = select(verdicts.c.outcome).where(
    verdicts.c.submission == bindparam("of"), verdicts.c.grader == bindparam("by")
)
_PUT_IN_FORCE = (
    update(submissions)
    .where(submissions.c.id == bindparam("of"))
    .values(state=bindparam("as"), graded_by=bindparam("by"))
    .returning(submissions.c.learner, submissions.c.exercise)
)

Then = Callable[[Connection, str, str], None]
"""What follows besides from a verdict of this learner in this exercise, in the same transaction."""


def save_verdict(
    connection: Connection, submission: int, verdict: Verdict, grader: str, at: datetime, then: Then | None = None
) -> bool:
    """Save a verdict and what follows from it. False when this grader's verdict stands already: grading may happen twice."""
    if not keep_verdict(connection, submission, verdict, grader, at):
        return False
    learner, exercise = put_in_force(connection, submission, grader)
    if then is not None:
        then(connection, learner, exercise)
    return True


def keep_verdict(connection: Connection, submission: int, verdict: Verdict, grader: str, at: datetime) -> bool:
    """Save a verdict that does not count yet. False when this grader's verdict stands already."""
    row = {
        "submission": submission,
        "grader": grader,
        "outcome": verdict.outcome.value,
        "score": verdict.score,
        "max_score": verdict.max_score,
        "passed": verdict.passed,
        "misconception": verdict.misconception,
        "at": at,
        "verdict": dump_verdict(verdict),
        "signature": signature_of(verdict),
    }
    return bool(connection.execute(insert_new_into(connection, verdicts), row).rowcount)


def put_in_force(connection: Connection, submission: int, grader: str) -> tuple[str, str]:
    """Let the verdict of this grader count, and work out all that follows from it → the learner and the exercise."""
    outcome = connection.execute(_OUTCOME, {"of": submission, "by": grader}).scalar_one()
    state = INTERNAL if outcome == Outcome.INTERNAL.value else GRADED
    with rollups.recounting(connection, submission):
        row = connection.execute(_PUT_IN_FORCE, {"of": submission, "by": grader, "as": state}).one()
    progress.refresh(connection, row.learner, row.exercise)
    return row.learner, row.exercise


def find(connection: Connection, id: int) -> Submission | None:
    """One submission."""
    row = connection.execute(_FIND, {"id": id}).one_or_none()
    return row and _submission(row)


def open_before(connection: Connection, at: datetime) -> list[Submission]:
    """Submissions without a verdict that were made before `at`, oldest first."""
    old = everything().where(IS_OPEN, submissions.c.at <= at)
    rows = connection.execute(old.order_by(submissions.c.at, submissions.c.id))
    return [_submission(row) for row in rows]


def history(connection: Connection, learner: str, exercise: str | None = None) -> list[Submission]:
    """All submissions of a learner, oldest first."""
    mine = everything().where(submissions.c.learner == learner).order_by(submissions.c.id)
    rows = connection.execute(mine if exercise is None else mine.where(submissions.c.exercise == exercise))
    return [_submission(row) for row in rows]


def everything() -> Select[tuple[object, ...]]:
    """Every column of a submission, its packed answer and the verdict in force."""
    in_force = and_(verdicts.c.submission == submissions.c.id, verdicts.c.grader == submissions.c.graded_by)
    joined = submissions.join(codes).outerjoin(verdicts, in_force)
    return select(*submissions.c, codes.c.blob, verdicts.c.verdict).select_from(joined)


_FIND = everything().where(submissions.c.id == bindparam("id"))


def _submission(row: Row[tuple[object, ...]]) -> Submission:
    return Submission(
        id=row.id,
        learner=row.learner,
        exercise=row.exercise,
        version=row.version,
        answer=unpack(row.form, row.blob),
        sha256=row.sha256,
        seed=row.seed,
        at=row.at,
        state=row.state,
        verdict=None if row.verdict is None else load_verdict(row.verdict),
    )
