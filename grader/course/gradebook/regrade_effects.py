"""What a regrade does to people: tried in a transaction that is taken back, so that what is told is what will happen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from grader.course.homework import grades
from grader.model import Person, Verdict
from grader.store import Connection, gradebook, regrades, submissions
from grader.store.gradebook import Key
from grader.store.grades import GradeRow
from grader.store.regrades import Shift


@dataclass(frozen=True, slots=True)
class CheckShift:
    """A check that ends otherwise, or is worth otherwise; empty where a version does not have it."""

    id: str
    before: str
    after: str
    points: tuple[int, int] = (0, 0)
    """Before and after."""


@dataclass(frozen=True, slots=True)
class GradeShift:
    """Points after the late policy in one exercise of an assignment. `is_overridden`: the grade was set by hand and stays."""

    assignment: str
    exercise: str
    before: float
    after: float
    is_overridden: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """What a regrade does to one learner in one exercise. Best scores out of `of`."""

    person: Person
    exercise: str
    before: int
    after: int
    of: int
    passed: bool
    """After it."""
    grades: tuple[GradeShift, ...]
    why: tuple[CheckShift, ...]
    """Of the submission that moved most."""
    submissions: int

    @property
    def gain(self) -> float:
        """Points gained; below zero: lost. Where no grade moves, the best score."""
        moved = sum(grade.after - grade.before for grade in self.grades)
        return round(moved, 2) or self.after - self.before


@dataclass(frozen=True, slots=True)
class State:
    """Where learners stand."""

    best: Mapping[str, tuple[int, bool]]
    grades: Mapping[Key, GradeRow]
    overridden: frozenset[Key]


def put_in_force(connection: Connection, course: str, those: Sequence[tuple[int, str]]) -> None:
    """Let these verdicts count, with all that follows: rollups, then grades once for each learner."""
    touched = {submissions.put_in_force(connection, submission, grader) for submission, grader in those}
    for learner, exercise in sorted(touched):
        grades.refresh(connection, course, learner, exercise)


def tried(
    connection: Connection, course: str, exercise: str, key: str, changed: Sequence[Shift]
) -> tuple[State, State]:
    """Where these learners stand, and where they would: done and taken back."""
    learners = sorted({one.learner for one in changed})
    before = _state(connection, course, exercise, learners)
    with connection.begin_nested() as trial:
        put_in_force(connection, course, [(one.submission, key) for one in changed])
        after = _state(connection, course, exercise, learners)
        trial.rollback()
    return before, after


def _state(connection: Connection, course: str, exercise: str, learners: Sequence[str]) -> State:
    mine = set(learners)
    rows = {key: row for key, row in gradebook.grades_of(connection, course).items() if key[0] in mine}
    by_hand = frozenset(gradebook.overrides_in_force(connection, course))
    return State(regrades.standings(connection, exercise, learners), rows, by_hand)


def effects_of(
    exercise: str,
    known: Mapping[str, Person],
    changed: Sequence[Shift],
    told: Mapping[int, tuple[Verdict, Verdict]],
    before: State,
    after: State,
) -> Iterator[Effect]:
    """One for each learner whose best score, pass or grade moves."""
    for learner in sorted({one.learner for one in changed}):
        mine = [one for one in changed if one.learner == learner]
        old, new = before.best.get(learner, (0, False)), after.best.get(learner, (0, False))
        moved = tuple(_moved(learner, before, after))
        if old == new and not moved:
            continue
        most = max(mine, key=lambda one: (abs(one.score_after - one.score_before), one.submission))
        was, now = told[most.submission]
        person = known.get(learner) or Person(learner)
        yield Effect(person, exercise, old[0], new[0], now.max_score, new[1], moved, _why(was, now), len(mine))


def _moved(learner: str, before: State, after: State) -> Iterator[GradeShift]:
    for key in sorted(key for key in before.grades.keys() | after.grades.keys() if key[0] == learner):
        old, new = before.grades.get(key), after.grades.get(key)
        was, now = old.points if old else 0.0, new.points if new else 0.0
        if was != now:
            yield GradeShift(key[1], key[2], was, now, key in before.overridden)


_NONE = "", 0


def _why(was: Verdict, now: Verdict) -> tuple[CheckShift, ...]:
    old = {check.id: (check.outcome.value, check.points) for check in was.checks}
    new = {check.id: (check.outcome.value, check.points) for check in now.checks}
    ids = [*new, *(id for id in old if id not in new)]
    pairs = ((id, old.get(id, _NONE), new.get(id, _NONE)) for id in ids)
    return tuple(CheckShift(id, a[0], b[0], (a[1], b[1])) for id, a, b in pairs if a != b)
