"""What an instructor sees of a course: who stands where, read from the rollups in a few short queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from grader.model import Role, Verdict
from grader.store.packing import load_verdict
from grader.store.schema import INTERNAL, drafts, learners, progress, submissions, verdicts
from grader.store.schema_courses import mistakes

_IN_FORCE = and_(verdicts.c.submission == submissions.c.id, verdicts.c.grader == submissions.c.graded_by)


Tried = tuple[str, str, int]
"""Learner, exercise, and the attempt that passed it; below zero: so many attempts, none of which passed."""


@dataclass(frozen=True, slots=True)
class Live:
    """One learner in one exercise that they touched lately. Times in seconds of work, see `store.progress`."""

    learner: str
    exercise: str
    passed: bool
    attempts: int
    same: int
    active_s: int
    idle_s: int
    misconception: str | None
    last_submission: int | None
    first_at: datetime | None
    better_at: datetime | None
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Cluster:
    """A failure that several learners share; `submission` is the newest example."""

    exercise: str
    signature: str
    misconception: str | None
    learners: int
    submission: int


@dataclass(frozen=True, slots=True)
class Moment:
    """One submission on a timeline. `score` None: still being checked."""

    id: int
    exercise: str
    at: datetime
    outcome: str | None
    passed: bool
    score: int | None
    max_score: int | None
    misconception: str | None


def cells(connection: Connection, course: str, section: str) -> Iterable[Tried]:
    """Everything that was tried. Plain rows of three columns: there are many."""
    tries = func.coalesce(progress.c.passed_attempt, progress.c.attempts)
    found = select(
        progress.c.learner, progress.c.exercise, case((progress.c.passed, tries), else_=-progress.c.attempts)
    )
    inside = select(learners.c.id).where(_of(course, section))  # a third quicker than a join
    rows: Iterable[Any] = connection.execute(found.where(progress.c.learner.in_(inside))).all()
    return rows


def live(connection: Connection, course: str, section: str, since: datetime) -> list[Live]:
    """What was submitted since then, the newest first."""
    found = (
        select(progress)
        .join(learners, learners.c.id == progress.c.learner)
        .where(_of(course, section), progress.c.last_at >= since)
        .order_by(progress.c.last_at.desc())
    )
    return [
        Live(
            learner=row.learner,
            exercise=row.exercise,
            passed=row.passed,
            attempts=row.attempts,
            same=row.same,
            active_s=row.active_s,
            idle_s=row.idle_s,
            misconception=row.last_misconception,
            last_submission=row.last_submission,
            first_at=row.first_at,
            better_at=row.better_at,
            last_at=row.last_at,
        )
        for row in connection.execute(found)
    ]


def typing(connection: Connection, course: str, section: str, since: datetime) -> list[tuple[str, str, datetime]]:
    """Who typed in what since then, the newest first."""
    ours = select(learners.c.id).where(learners.c.id == drafts.c.learner, _of(course, section)).exists()
    # Exists, no join: then it is the few new drafts that are looked through, not all those of the course.
    found = select(drafts.c.learner, drafts.c.exercise, drafts.c.at).where(drafts.c.at >= since, ours)
    return [(row.learner, row.exercise, row.at) for row in connection.execute(found.order_by(drafts.c.at.desc()))]


def shared(
    connection: Connection, course: str, section: str, exercises: Collection[str], since: datetime, most: int
) -> list[Cluster]:
    """The failures that most learners made since then."""
    count = func.count()
    found = (
        select(
            mistakes.c.exercise,
            mistakes.c.signature,
            func.max(mistakes.c.misconception).label("misconception"),
            count.label("learners"),
            func.max(mistakes.c.last_submission).label("submission"),
        )
        .join(learners, learners.c.id == mistakes.c.learner)
        .where(_of(course, section), mistakes.c.last_at >= since, mistakes.c.exercise.in_(exercises))
        .group_by(mistakes.c.exercise, mistakes.c.signature)
        .order_by(count.desc(), mistakes.c.exercise, mistakes.c.signature)
        .limit(most)
    )
    return [Cluster(**row._mapping) for row in connection.execute(found)]


def judged(connection: Connection, ids: Collection[int]) -> dict[int, Verdict]:
    """The verdicts in force of these submissions."""
    joined = submissions.join(verdicts, _IN_FORCE)
    found = select(verdicts.c.submission, verdicts.c.verdict).select_from(joined).where(submissions.c.id.in_(ids))
    return {row.submission: load_verdict(row.verdict) for row in connection.execute(found)}


def moments(connection: Connection, learner: str) -> list[Moment]:
    """All submissions of a learner but those that failed by our fault, oldest first."""
    columns = (verdicts.c.outcome, verdicts.c.passed, verdicts.c.score, verdicts.c.max_score, verdicts.c.misconception)
    found = (
        select(submissions.c.id, submissions.c.exercise, submissions.c.at, *columns)
        .select_from(submissions.outerjoin(verdicts, _IN_FORCE))
        .where(submissions.c.learner == learner, submissions.c.state != INTERNAL)
        .order_by(submissions.c.id)
    )
    return [Moment(**{**row._mapping, "passed": bool(row.passed)}) for row in connection.execute(found)]


def _of(course: str, section: str) -> ColumnElement[bool]:
    """The learners of a course, or of one of its sections, who have not left."""
    everybody = and_(learners.c.course == course, learners.c.role == Role.LEARNER.value, learners.c.left_at.is_(None))
    return and_(everybody, learners.c.section == section) if section else everybody
