"""Failures in common, as rows: who fails an exercise in the same way, and with which answers. Reads only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select, and_, case, func, select

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
    """Everybody who failed one exercise with one signature. `past`: how many of them have passed by now.

    `names`: how many of them failed under which name. `until`: how many needed so many attempts to pass, of those who
    failed like this before they did.
    """

    exercise: str
    signature: str
    learners: int
    times: int
    past: int
    first_at: datetime
    last_at: datetime
    last_submission: int
    names: Counter[str | None]
    until: Counter[int]


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
_NOT_PASSED = func.coalesce(progress.c.passed, False).is_(False)
_UNTIL = case((and_(progress.c.passed, progress.c.passed_at >= mistakes.c.first_at), progress.c.passed_attempt))


def groups(connection: Connection, course: str, wanted: Wanted, most: int) -> tuple[list[Group], int]:
    """The largest groups first, at most so many, and how many there are in all."""
    keys, total = _largest(connection, course, wanted, most)
    query = _of(_shares(), keys).where(_matches(course, wanted))
    rows: dict[tuple[str, str], list[Row[Any]]] = {key: [] for key in keys}
    for row in connection.execute(query):
        rows[row.exercise, row.signature].append(row)
    return [_group(key, rows[key]) for key in keys], total


def _largest(connection: Connection, course: str, wanted: Wanted, most: int) -> tuple[list[tuple[str, str]], int]:
    """By the narrow index alone, as long as nobody asks who has passed: a class has a hundred thousand of these rows."""
    learner = mistakes.c.learner.concat("")  # else SQLite goes from learner to learner through the wide table
    where = [learner.in_(select(learners.c.id).where(_is_here(course, wanted)))]
    table: FromClause = mistakes
    if wanted.is_open:
        table = _JOINED
        where.append(_NOT_PASSED)
    query = (
        select(mistakes.c.exercise, mistakes.c.signature, func.count().over().label("all"))
        .select_from(table)
        .where(*where, *_failed(wanted))
        .group_by(mistakes.c.exercise, mistakes.c.signature)
        .order_by(func.count().desc(), func.sum(mistakes.c.times).desc(), mistakes.c.exercise, mistakes.c.signature)
        .limit(most)
    )
    rows = connection.execute(query).all()
    return [(row.exercise, row.signature) for row in rows], rows[0].all if rows else 0


def _shares() -> Select[tuple[object, ...]]:
    """The members of groups, those of one name and one number of attempts to pass taken together: few rows a group."""
    until = _UNTIL.label("attempts_to_pass")
    return (
        select(
            mistakes.c.exercise,
            mistakes.c.signature,
            mistakes.c.misconception,
            until,
            func.count().label("learners"),
            func.sum(mistakes.c.times).label("times"),
            func.sum(_PASSED).label("past"),
            func.min(mistakes.c.first_at).label("first_at"),
            func.max(mistakes.c.last_at).label("last_at"),
            func.max(mistakes.c.last_submission).label("last_submission"),
        )
        .select_from(_JOINED)
        .group_by(mistakes.c.exercise, mistakes.c.signature, mistakes.c.misconception, until)
    )


def _group(key: tuple[str, str], rows: Sequence[Row[Any]]) -> Group:
    names: Counter[str | None] = Counter()
    until: Counter[int] = Counter()
    for row in rows:
        names[row.misconception] += row.learners
        if row.attempts_to_pass is not None:
            until[row.attempts_to_pass] += row.learners
    return Group(
        *key,
        learners=sum(row.learners for row in rows),
        times=sum(row.times for row in rows),
        past=sum(row.past for row in rows),
        first_at=min(row.first_at for row in rows),
        last_at=max(row.last_at for row in rows),
        last_submission=max(row.last_submission for row in rows),
        names=names,
        until=until,
    )


def members(connection: Connection, course: str, wanted: Wanted) -> list[Member]:
    """Who is in the groups that match: those who have not passed first, then by name."""
    own = (mistakes.c[name] for name in ("exercise", "signature", "misconception", "times", "last_at"))
    query = (
        select(
            learners.c.id.label("learner"),
            func.coalesce(learners.c.name, "").label("name"),
            learners.c.section,
            *own,
            mistakes.c.last_submission,
            func.coalesce(progress.c.passed, False).label("passed"),
            func.coalesce(progress.c.attempts, 0).label("attempts"),
            _UNTIL.label("attempts_to_pass"),
        )
        .select_from(_JOINED)
        .where(_matches(course, wanted))
        .order_by(_PASSED, func.lower(learners.c.name), learners.c.id)
    )
    return [Member(**row) for row in connection.execute(query).mappings()]


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


def _of(query: Select[tuple[object, ...]], keys: Sequence[tuple[str, str]]) -> Select[tuple[object, ...]]:
    exercises, signatures = {exercise for exercise, _ in keys}, {signature for _, signature in keys}
    # a signature is a hash that the exercise's id went into: no other exercise has it
    return query.where(mistakes.c.exercise.in_(exercises), mistakes.c.signature.in_(signatures))


def _matches(course: str, wanted: Wanted) -> ColumnElement[bool]:
    return and_(_is_here(course, wanted), *_failed(wanted), *([_NOT_PASSED] if wanted.is_open else []))


def _is_here(course: str, wanted: Wanted) -> ColumnElement[bool]:
    """Learners who are in the course now, of the section that is wanted."""
    here = and_(learners.c.course == course, learners.c.role == Role.LEARNER.value, learners.c.left_at.is_(None))
    return and_(here, learners.c.section == wanted.section) if wanted.section else here


def _failed(wanted: Wanted) -> list[ColumnElement[bool]]:
    """At what, how and when."""
    parts = []
    if wanted.exercise:
        parts.append(mistakes.c.exercise == wanted.exercise)
    if wanted.signature:
        parts.append(mistakes.c.signature == wanted.signature)
    if wanted.since is not None:
        parts.append(mistakes.c.last_at >= wanted.since)
    return parts
