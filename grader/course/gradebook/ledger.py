"""The ledger: the rows that explain every score on screen, worked out anew from submissions, dates, policy and overrides.

It never reads the stored grades, so it can be held against them: `differences` is empty, or something was tampered with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from grader.course.homework.assignment import Assignment, Dates, Part
from grader.course.homework.dates import Plan
from grader.course.homework.grades import counted
from grader.course.homework.late import FULL, Lateness, points
from grader.model import Json, Person
from grader.store.assignments import CourseRow
from grader.store.gradebook import Key, Override
from grader.store.grades import Candidate, GradeRow

Found = Callable[[str, Dates], Sequence[Candidate]]
"""The graded submissions in an exercise within dates, oldest first."""
Cell = tuple[str, str]
"""Assignment and exercise."""


class Step(StrEnum):
    """What a row of the ledger tells."""

    ATTEMPT = "attempt"
    NOTHING = "nothing"
    WORTH = "worth"
    LATE = "late"
    EARLY = "early"
    OVERRIDE = "override"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what, when, its number, and the points of this exercise after it. None is not shown until later."""

    exercise: str
    step: Step
    at: datetime | None = None
    number: float | None = None
    running: float | None = None
    details: Mapping[str, Json] = field(default_factory=dict)
    """Of an attempt: id, of, days_late, counts. Worth: score, of, worth. Late: days, banked, percent. By hand: reason, by."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All rows of one learner in one assignment. None: not shown to the learner yet."""

    person: Person
    assignment: Assignment
    dates: Dates
    rows: tuple[Row, ...]
    points: float | None
    grade: float | None
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    """The course's."""
    hidden: Mapping[str, str] = field(default_factory=dict)
    """Exercise → until when its numbers are not shown, in words."""

    def of(self, exercise: str) -> tuple[Row, ...]:
        """The rows of one exercise."""
        return tuple(row for row in self.rows if row.exercise == exercise)


@dataclass(frozen=True, slots=True)
class Derived:
    """What one exercise of one assignment comes to, before overrides."""

    found: tuple[Candidate, ...]
    row: GradeRow | None
    late: Lateness | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What is stored and is not what follows."""

    learner: str
    assignment: str
    exercise: str
    what: str
    stored: Json
    derived: Json


def derive(course: CourseRow, plans: Iterable[Plan], chosen: Mapping[Cell, int], found: Found) -> dict[Cell, Derived]:
    """Every exercise of these assignments, in the order in which they are due: so the bank of late days pays."""
    bank, zone = course.late_days, ZoneInfo(course.zone)
    derived: dict[Cell, Derived] = {}
    for plan in plans:
        paid = 0
        for part in plan.assignment.parts:
            key = plan.assignment.id, part.exercise
            one = _derive(plan, part, list(found(part.exercise, plan.dates)), chosen.get(key), zone, bank)
            derived[key] = one
            paid = max(paid, one.late.days_banked if one.late else 0)
        bank -= paid if plan.assignment.late.uses_bank else 0
    return derived


def _derive(plan: Plan, part: Part, found: list[Candidate], chosen: int | None, zone: ZoneInfo, bank: int) -> Derived:
    counting = counted(plan, part, found, chosen, zone, bank)
    if counting is None:
        return Derived(tuple(found), None, None)
    one, late = counting
    row = GradeRow(
        assignment=plan.assignment.id,
        exercise=part.exercise,
        submission=one.id,
        score=one.score,
        max_score=one.max_score,
        days_late=late.days_late,
        days_banked=late.days_banked,
        percent=float(late.percent),
        points=points(one.score, one.max_score, part.points, late.percent),
        attempts=len(found),
    )
    return Derived(tuple(found), row, late)


def ledger_of(
    person: Person,
    plan: Plan,
    derived: Mapping[Cell, Derived],
    given: Sequence[Override],
    zone: ZoneInfo,
    hidden: Mapping[str, str],
) -> Ledger:
    """The rows of one assignment; numbers of exercises that are `hidden` are left out."""
    rows: list[Row] = []
    before: list[float | None] = []
    after: list[float | None] = []
    for part in plan.assignment.parts:
        one = derived[plan.assignment.id, part.exercise]
        mine = [*_earned(part, one), *_by_hand(part, one, given)]
        shown = [_masked(row) for row in mine] if part.exercise in hidden else mine
        rows += shown
        before.append(None if part.exercise in hidden else one.row.points if one.row else 0.0)
        after.append(shown[-1].running)
    here = {id: until for id, until in hidden.items() if plan.assignment.part(id)}
    return Ledger(person, plan.assignment, plan.dates, tuple(rows), total(before), total(after), zone, here)


def total(numbers: Iterable[float | None]) -> float | None:
    """The sum to two places; None when a part of it is not shown."""
    known = list(numbers)
    return None if None in known else round(sum(number or 0.0 for number in known), 2)


def _earned(part: Part, one: Derived) -> list[Row]:
    if one.row is None or one.late is None:
        return [Row(part.exercise, Step.NOTHING, number=0.0, running=0.0)]
    rows = [
        Row(
            part.exercise,
            Step.ATTEMPT,
            at=made.at,
            number=made.score,
            details={"id": made.id, "n": n, "of": made.max_score, "counts": made.id == one.row.submission},
        )
        for n, made in enumerate(one.found, 1)
    ]
    worth = points(one.row.score, one.row.max_score, part.points, FULL)
    said = {"score": one.row.score, "of": one.row.max_score, "worth": part.points}
    rows.append(Row(part.exercise, Step.WORTH, number=worth, running=worth, details=said))
    if one.late.days_late or one.late.percent != FULL:
        step = Step.EARLY if one.late.percent > FULL else Step.LATE
        said = {"days": one.row.days_late, "banked": one.row.days_banked, "percent": one.row.percent}
        change = round(one.row.points - worth, 2)
        rows.append(Row(part.exercise, step, number=change, running=one.row.points, details=said))
    return rows


def _by_hand(part: Part, one: Derived, given: Sequence[Override]) -> list[Row]:
    earned = one.row.points if one.row else 0.0
    mine = [override for override in given if override.exercise == part.exercise]
    return [
        Row(
            part.exercise,
            Step.TAKEN_BACK if override.points is None else Step.OVERRIDE,
            at=override.made_at,
            number=override.points,
            running=earned if override.points is None else override.points,
            details={"reason": override.reason, "by": override.made_by},
        )
        for override in mine
    ]


def _masked(row: Row) -> Row:
    """A row without what hidden checks found: an override is the instructor's word, and stays."""
    if row.step is Step.OVERRIDE or row.step is Step.NOTHING:
        return row
    kept = {name: value for name, value in row.details.items() if name not in ("score", "counts")}
    return replace(row, number=None, running=None, details=kept)


def differences(stored: Mapping[Key, GradeRow], derived: Mapping[Key, Derived]) -> list[Difference]:
    """Where the stored grades are not what follows."""
    found: list[Difference] = []
    for key in sorted(stored.keys() | derived.keys()):
        ours = derived[key].row if key in derived else None
        theirs = stored.get(key)
        if ours is None or theirs is None:
            if ours is not theirs:
                found.append(Difference(*key, "row", theirs and theirs.points, ours and ours.points))
            continue
        for name in GradeRow.__slots__:
            if getattr(ours, name) != getattr(theirs, name):
                found.append(Difference(*key, name, getattr(theirs, name), getattr(ours, name)))
    return found
