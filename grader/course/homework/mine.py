"""Homework as one learner sees it: what is due, how far they are, and what they have so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from grader.course.homework.assignment import Assignment, Dates, Part
from grader.course.homework.dates import Plan, dates_of, plans_of, told
from grader.course.homework.late import Lateness, lateness
from grader.course.homework.terms import hidden_until
from grader.model import Person
from grader.store import Connection, assignments, grades
from grader.store.grades import Candidate, GradeRow

Phase = Literal["early", "open", "late", "closed"]
State = Literal["todo", "checking", "kept", "begun", "passed"]


@dataclass(frozen=True, slots=True)
class MyPart:
    """One exercise of an assignment. `points` None: nothing counts yet, or it is not shown yet.

    `state`: nothing handed in, no verdict yet, verdict not shown yet, counted but not passing, passing.
    """

    part: Part
    state: State
    points: float | None
    attempts: int
    attempts_left: int | None
    row: GradeRow | None
    """What counts; None while it is not shown."""
    submission: int | None = None
    """What counts, or the newest one where that would tell which is the best, or is not known yet."""
    is_set_by_hand: bool = False
    candidates: tuple[Candidate, ...] = ()
    """What the learner may choose from, oldest first; only where they may."""


@dataclass(frozen=True, slots=True)
class MyAssignment:
    """One assignment of a learner now."""

    assignment: Assignment
    dates: Dates
    zone: ZoneInfo
    phase: Phase
    parts: tuple[MyPart, ...]
    late: Lateness | None
    """What handing in now means; None where it does not count."""
    bank_left: int | None
    """Days of the bank that are left after what this assignment takes; None where it uses none, or tells none yet."""
    is_extended: bool
    hidden_until: str | None
    """When points and what hidden checks found are shown, while that is to come."""

    @property
    def points(self) -> float | None:
        """So far; None while they are not shown."""
        return None if self.hidden_until else round(sum(part.points or 0 for part in self.parts), 2)

    @property
    def is_due(self) -> bool:
        """Something is still to be handed in on time."""
        return self.phase in ("early", "open") and any(part.state == "todo" for part in self.parts)


def assignments_of(connection: Connection, person: Person, now: datetime) -> tuple[MyAssignment, ...]:
    """All assignments of somebody's course, as due for them."""
    course = assignments.course(connection, person.course)
    if course is None:
        return ()
    plans = plans_of(connection, person)
    seen = _Seen.of(connection, person.id, plans, now)
    zone, bank, is_told, found = ZoneInfo(course.zone), course.late_days, True, []
    for plan in plans:
        is_told = is_told and not seen.hides_days(plan)
        one = seen.assignment(connection, plan, zone, bank)
        found.append(one if is_told else replace(one, bank_left=None))
        bank -= seen.paid(plan)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the store knows of one learner, read once."""

    learner: str
    now: datetime
    rows: Mapping[tuple[str, str], GradeRow]
    by_hand: Mapping[tuple[str, str], float]
    passing: set[int]
    veiled: frozenset[str]
    """Exercises of which hidden checks are not shown: for the sake of one assignment, in none."""

    @classmethod
    def of(cls, connection: Connection, learner: str, plans: list[Plan], now: datetime) -> _Seen:
        rows = grades.of_learner(connection, learner)
        passing = grades.passing(connection, (row.submission for row in rows.values()))
        parts = (part for plan in plans if hidden_until(plan, now) for part in plan.assignment.parts)
        veiled = frozenset(part.exercise for part in parts)
        return cls(learner, now, rows, grades.set_by_hand(connection, learner), passing, veiled)

    def hides_days(self, plan: Plan) -> bool:
        """Whether the days that it takes of the bank would tell how hidden checks went: only what is worth most pays."""
        return plan.assignment.late.uses_bank and any(part.exercise in self.veiled for part in plan.assignment.parts)

    def paid(self, plan: Plan) -> int:
        """Days of the bank that an assignment takes."""
        rows = (row for key, row in self.rows.items() if key[0] == plan.assignment.id)
        return max((row.days_banked for row in rows), default=0) if plan.assignment.late.uses_bank else 0

    def assignment(self, connection: Connection, plan: Plan, zone: ZoneInfo, bank: int) -> MyAssignment:
        one, dates = plan.assignment, plan.dates
        until = hidden_until(plan, self.now)
        made = grades.made(connection, self.learner, dates.opens, dates.closes)
        parts = tuple(self._part(connection, plan, part, made.get(part.exercise, (0, None))) for part in one.parts)
        late = lateness(self.now, dates.due, zone, one.late, bank) if plan.is_open(self.now) else None
        return MyAssignment(
            assignment=one,
            dates=dates,
            zone=zone,
            phase=_phase(dates, self.now),
            parts=parts,
            late=late,
            bank_left=bank - self.paid(plan) if one.late.uses_bank else None,
            is_extended=dates != dates_of(one, ()),
            hidden_until=told(until, zone) if until else None,
        )

    def _part(self, connection: Connection, plan: Plan, part: Part, made: tuple[int, int | None]) -> MyPart:
        one, (attempts, newest) = plan.assignment, made
        is_hidden = part.exercise in self.veiled
        key = one.id, part.exercise
        row, by_hand = self.rows.get(key), self.by_hand.get(key)
        points = by_hand if by_hand is not None else row.points if row else None
        candidates: list[Candidate] = []
        if one.counts == "chosen":
            dates = plan.dates
            found = grades.candidates(connection, self.learner, [part.exercise], dates.opens, dates.closes)
            candidates = found[part.exercise]
        return MyPart(
            part=part,
            state=self._state(row, attempts, is_hidden),
            points=None if is_hidden else points,
            attempts=attempts,
            attempts_left=None if one.attempts is None else max(0, one.attempts - attempts),
            row=None if is_hidden else row,
            submission=newest if row is None or (is_hidden and one.counts == "best") else row.submission,
            is_set_by_hand=by_hand is not None and not is_hidden,
            candidates=tuple(candidates),
        )

    def _state(self, row: GradeRow | None, attempts: int, is_hidden: bool) -> State:
        if not attempts and row is None:
            return "todo"
        if row is None:
            return "checking"
        if is_hidden:
            return "kept"
        return "passed" if row.submission in self.passing else "begun"


def _phase(dates: Dates, now: datetime) -> Phase:
    if now < dates.opens:
        return "early"
    if now <= dates.due:
        return "open"
    return "late" if now <= dates.closes else "closed"
