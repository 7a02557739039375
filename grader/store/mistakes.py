"""Failures in common, as rows: who fails an exercise in the same way, and with which answers. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, select

from grader.model import Json, Role, Verdict
from grader.store.packing import load_verdict, unpack
from grader.store.schema import codes, learners, progress, submissions, verdicts
from grader.store.schema_courses import mistakes


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which failures to look at; what is empty does not filter. `is_open`: only those of people who have not passed yet."""

    exercise: str = ""
    section: str = ""
    since: datetime | None = None
    is_open: bool = False
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Everybody who failed one exercise with one signature. `past`: how many of them have passed by now."""

    exercise: str
    signature: str
    learners: int
    times: int
    past: int
    first_at: datetime
    last_at: datetime
    last_submission: int


@dataclass(frozen=True, slots=True)
class Member:
    """One learner of a group. `attempts_to_pass` None: not passed, or passed before they ever failed like this."""

    learner: str
    name: str
    section: str
    exercise: str
    signature: str
    misconception: str | None
    times: int
    last_at: datetime
    last_submission: int
    passed: bool
    attempts: int
    attempts_to_pass: int | None


@dataclass(frozen=True, slots=True)
class Sample:
    """A text that was handed in, and by how many learners of the group word for word."""

    answer: Json
    learners: int
    submission: int


_JOINED = mistakes.join(learners, learners.c.id == mistakes.c.learner).outerjoin(
    progress, and_(progress.c.learner == mistakes.c.learner, progress.c.exercise == mistakes.c.exercise)
)
_PASSED = case((progress.c.passed, 1), else_=0)


def groups(connection: Connection, course: str, wanted: Wanted, most: int) -> tuple[list[Group], int]:
    """The largest groups first, at most so many, and how many there are in all."""
    query = (
        select(
            mistakes.c.exercise,
            mistakes.c.signature,
            func.count().label("learners"),
            func.sum(mistakes.c.times).label("times"),
            func.sum(_PASSED).label("past"),
            func.min(mistakes.c.first_at).label("first_at"),
            func.max(mistakes.c.last_at).label("last_at"),
            func.max(mistakes.c.last_submission).label("last_submission"),
            func.count().over().label("all"),
        )
        .select_from(_JOINED)
        .where(_matches(course, wanted))
        .group_by(mistakes.c.exercise, mistakes.c.signature)
        .order_by(func.count().desc(), func.sum(mistakes.c.times).desc(), mistakes.c.exercise, mistakes.c.signature)
        .limit(most)
    )
    rows = connection.execute(query).mappings().all()
    found = [Group(**{name: row[name] for name in Group.__slots__}) for row in rows]
    return found, rows[0]["all"] if rows else 0


def members(
    connection: Connection, course: str, wanted: Wanted, of: Sequence[tuple[str, str]] | None = None
) -> list[Member]:
    """Who is in the groups `of` (exercise, signature), or in all that match: those who have not passed first, then by name."""
    query = _of(_members(), of).where(_matches(course, wanted))
    return [Member(**row) for row in connection.execute(query).mappings()]


def _members() -> Select[tuple[object, ...]]:
    before = and_(progress.c.passed, progress.c.passed_at >= mistakes.c.first_at)
    own = (mistakes.c[name] for name in ("exercise", "signature", "misconception", "times", "last_at"))
    return (
        select(
            learners.c.id.label("learner"),
            func.coalesce(learners.c.name, "").label("name"),
            learners.c.section,
            *own,
            mistakes.c.last_submission,
            func.coalesce(progress.c.passed, False).label("passed"),
            func.coalesce(progress.c.attempts, 0).label("attempts"),
            case((before, progress.c.passed_attempt)).label("attempts_to_pass"),
        )
        .select_from(_JOINED)
        .order_by(_PASSED, func.lower(learners.c.name), learners.c.id)
    )


def samples(connection: Connection, course: str, wanted: Wanted, most: int) -> list[Sample]:
    """What members of one group handed in last like this: the text that most of them share first, each text once."""
    shared = (
        select(
            submissions.c.sha256,
            func.count().label("learners"),
            func.max(mistakes.c.last_submission).label("submission"),
        )
        .select_from(_JOINED.join(submissions, submissions.c.id == mistakes.c.last_submission))
        .where(_matches(course, wanted))
        .group_by(submissions.c.sha256)
        .order_by(func.count().desc(), func.max(mistakes.c.last_submission).desc())
        .limit(most)
        .subquery()
    )
    query = (
        select(shared.c.learners, shared.c.submission, submissions.c.form, codes.c.blob)
        .select_from(shared.join(submissions, submissions.c.id == shared.c.submission).join(codes))
        .order_by(shared.c.learners.desc(), shared.c.submission.desc())
    )
    return [Sample(unpack(row.form, row.blob), row.learners, row.submission) for row in connection.execute(query)]


def verdicts_of(connection: Connection, ids: Sequence[int]) -> dict[int, Verdict]:
    """The verdicts in force of some submissions."""
    in_force = and_(verdicts.c.submission == submissions.c.id, verdicts.c.grader == submissions.c.graded_by)
    query = select(submissions.c.id, verdicts.c.verdict).select_from(submissions.join(verdicts, in_force))
    rows = connection.execute(query.where(submissions.c.id.in_(ids)))
    return {row.id: load_verdict(row.verdict) for row in rows}


def signatures_of(connection: Connection, learner: str, exercise: str) -> list[str]:
    """In which ways a learner has failed an exercise, the way of their newest failure first."""
    mine = and_(mistakes.c.learner == learner, mistakes.c.exercise == exercise)
    query = select(mistakes.c.signature).where(mine).order_by(mistakes.c.last_submission.desc())
    return list(connection.execute(query).scalars())


def sections(connection: Connection, course: str) -> list[str]:
    """The sections that learners of a course are in, by name."""
    mine = and_(learners.c.course == course, learners.c.role == Role.LEARNER.value, learners.c.left_at.is_(None))
    rows = connection.execute(select(learners.c.section).where(mine, learners.c.section != "").distinct())
    return sorted(rows.scalars())


def _of(query: Select[tuple[object, ...]], of: Sequence[tuple[str, str]] | None) -> Select[tuple[object, ...]]:
    if of is None:
        return query
    exercises, signatures = {exercise for exercise, _ in of}, {signature for _, signature in of}
    # a signature is a hash that the exercise's id went into: no other exercise has it
    return query.where(mistakes.c.exercise.in_(exercises), mistakes.c.signature.in_(signatures))


def _matches(course: str, wanted: Wanted) -> ColumnElement[bool]:
    """Learners who are in the course now, and what is wanted of them."""
    parts = [learners.c.course == course, learners.c.role == Role.LEARNER.value, learners.c.left_at.is_(None)]
    if wanted.exercise:
        parts.append(mistakes.c.exercise == wanted.exercise)
    if wanted.signature:
        parts.append(mistakes.c.signature == wanted.signature)
    if wanted.section:
        parts.append(learners.c.section == wanted.section)
    if wanted.since is not None:
        parts.append(mistakes.c.last_at >= wanted.since)
    if wanted.is_open:
        parts.append(func.coalesce(progress.c.passed, False).is_(False))
    return and_(*parts)
