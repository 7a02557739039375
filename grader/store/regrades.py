"""Regrades as rows: which submissions lack a newer verdict, what it would change, and what was put in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, insert, or_, select, update

from grader.model import Role, Verdict
from grader.store.packing import load_verdict
from grader.store.schema import GRADED, INTERNAL, OPEN, learners, progress, submissions, verdicts
from grader.store.schema_courses import regraded, regrades


@dataclass(frozen=True, slots=True)
class Regrade:
    """A regrade that was applied. `undone_at` None: it is in force."""

    id: int
    exercise: str
    grader: str
    made_by: str
    made_at: datetime
    applied_at: datetime | None
    undone_at: datetime | None
    submissions: int = 0


@dataclass(frozen=True, slots=True)
class Shift:
    """A submission whose kept verdict says something else than the one in force."""

    submission: int
    learner: str
    exercise: str
    in_force: str
    """The grader of the verdict in force."""
    score_before: int
    score_after: int


_NEWER = verdicts.alias("newer")
_SAID = ("outcome", "score", "max_score", "passed", "misconception", "signature")
_REGRADE = [regrades.c[name] for name in Regrade.__slots__ if name != "submissions"]


def key_of(grader: str, version: str) -> str:
    """What a verdict of this version of an exercise is kept under."""
    return f"{grader}:{version[:12]}"


def stale_exercises(connection: Connection, course: str, versions: dict[str, str], grader: str) -> list[str]:
    """Exercises of which something handed in was graded in another version only: neither by `grader` nor by a regrade."""
    found: set[str] = set()
    handed_in = select(submissions.c.exercise, submissions.c.version, submissions.c.graded_by).distinct()
    for row in connection.execute(handed_in.where(_by_learners_of(course), submissions.c.state != OPEN)):
        now = versions.get(row.exercise)
        is_new = row.version == now and row.graded_by == grader
        if now is not None and not is_new and row.graded_by != key_of(grader, now):
            found.add(row.exercise)
    return sorted(found)


def pending(connection: Connection, course: str, exercise: str, key: str, after: int, most: int) -> list[int]:
    """Submissions of the course's learners that this grader has not judged, oldest first, with greater ids than `after`."""
    query = select(submissions.c.id).where(_by_learners_of(course), _lacks(exercise, key), submissions.c.id > after)
    return list(connection.execute(query.order_by(submissions.c.id).limit(most)).scalars())


def count(connection: Connection, course: str, exercise: str, key: str) -> tuple[int, int]:
    """How many submissions there are to judge in all, and how many of them this grader has not judged."""
    every = select(func.count()).select_from(submissions).where(_by_learners_of(course))
    every = every.where(submissions.c.exercise == exercise, submissions.c.state != OPEN)
    lacking = every.where(_lacks(exercise, key))
    return connection.execute(every).scalar_one(), connection.execute(lacking).scalar_one()


def shifts(connection: Connection, course: str, exercise: str, key: str) -> list[Shift]:
    """Submissions for which this grader's verdict says something else than the one in force, oldest first."""
    old = and_(verdicts.c.submission == submissions.c.id, verdicts.c.grader == submissions.c.graded_by)
    new = and_(_NEWER.c.submission == submissions.c.id, _NEWER.c.grader == key)
    differs = or_(*(_NEWER.c[name].is_distinct_from(verdicts.c[name]) for name in _SAID))
    columns = submissions.c.id, submissions.c.learner, submissions.c.exercise, submissions.c.graded_by
    query = select(*columns, verdicts.c.score, _NEWER.c.score).join(verdicts, old).join(_NEWER, new)
    mine = and_(_by_learners_of(course), submissions.c.exercise == exercise, submissions.c.graded_by != key)
    return [Shift(*row) for row in connection.execute(query.where(mine, differs).order_by(submissions.c.id))]


def verdicts_by(connection: Connection, ids: Sequence[int], key: str) -> dict[int, tuple[Verdict, Verdict]]:
    """Of these submissions: the verdict in force, and this grader's."""
    old = and_(verdicts.c.submission == submissions.c.id, verdicts.c.grader == submissions.c.graded_by)
    new = and_(_NEWER.c.submission == submissions.c.id, _NEWER.c.grader == key)
    found: dict[int, tuple[Verdict, Verdict]] = {}
    for start in range(0, len(ids), 500):
        query = select(submissions.c.id, verdicts.c.verdict, _NEWER.c.verdict).join(verdicts, old).join(_NEWER, new)
        rows = connection.execute(query.where(submissions.c.id.in_(ids[start : start + 500])))
        found |= {row[0]: (load_verdict(row[1]), load_verdict(row[2])) for row in rows}
    return found


def standings(connection: Connection, exercise: str, learner_ids: Iterable[str]) -> dict[str, tuple[int, bool]]:
    """The best score of each of these learners in an exercise, and whether they passed it."""
    mine = and_(progress.c.exercise == exercise, progress.c.learner.in_(list(learner_ids)))
    rows = connection.execute(select(progress.c.learner, progress.c.best, progress.c.passed).where(mine))
    return {row.learner: (row.best, row.passed) for row in rows}


def begin(connection: Connection, course: str, exercise: str, key: str, by: str, at: datetime) -> int:
    """A regrade that is put in force now → its id."""
    row = insert(regrades).values(course=course, exercise=exercise, grader=key, made_by=by, made_at=at, applied_at=at)
    id: int = connection.execute(row.returning(regrades.c.id)).scalar_one()
    return id


def remember(connection: Connection, regrade: int, changed: Sequence[Shift]) -> None:
    """Which verdicts were in force before: what undo puts back."""
    rows = [{"regrade": regrade, "submission": one.submission, "before": one.in_force} for one in changed]
    if rows:
        connection.execute(insert(regraded), rows)


def find(connection: Connection, course: str, id: int) -> Regrade | None:
    """One regrade of this course."""
    return next((one for one in of_course(connection, course) if one.id == id), None)


def of_course(connection: Connection, course: str) -> list[Regrade]:
    """All regrades of a course, the newest first."""
    rows = connection.execute(select(*_REGRADE).where(regrades.c.course == course).order_by(regrades.c.id.desc()))
    return [
        Regrade(
            id=row.id,
            exercise=row.exercise,
            grader=row.grader,
            made_by=row.made_by,
            made_at=row.made_at,
            applied_at=row.applied_at,
            undone_at=row.undone_at,
            submissions=len(changed(connection, row.id)),
        )
        for row in rows.all()
    ]


def changed(connection: Connection, regrade: int) -> list[tuple[int, str]]:
    """The submissions of a regrade, and whose verdicts were in force before."""
    rows = connection.execute(select(regraded.c.submission, regraded.c.before).where(regraded.c.regrade == regrade))
    return [(row[0], row[1]) for row in rows]


def covering(connection: Connection, regrade: int) -> int | None:
    """A later regrade in force that has touched some of the same submissions."""
    mine = select(regraded.c.submission).where(regraded.c.regrade == regrade)
    query = select(regrades.c.id).join(regraded).where(regrades.c.id > regrade, regrades.c.undone_at.is_(None))
    return connection.execute(query.where(regraded.c.submission.in_(mine)).order_by(regrades.c.id.desc())).scalar()


def end(connection: Connection, regrade: int, at: datetime) -> None:
    """A regrade is not in force any more."""
    connection.execute(update(regrades).where(regrades.c.id == regrade).values(undone_at=at))


def _by_learners_of(course: str) -> ColumnElement[bool]:
    """What somebody handed in who was erased is gone, so it cannot be judged again."""
    here = and_(learners.c.course == course, learners.c.role == Role.LEARNER.value, learners.c.erased_at.is_(None))
    return submissions.c.learner.in_(select(learners.c.id).where(here))


def _lacks(exercise: str, key: str) -> ColumnElement[bool]:
    judged = select(verdicts.c.submission).where(verdicts.c.submission == submissions.c.id, verdicts.c.grader == key)
    graded = submissions.c.state.in_((GRADED, INTERNAL))
    return and_(submissions.c.exercise == exercise, graded, ~judged.exists())
