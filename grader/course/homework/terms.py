"""The terms of handing in: which assignment an exercise belongs to for a learner, and what it allows at this moment.

Read by pages, so that a limit is seen before it bites, and again inside the transaction that saves a submission.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from grader.course.homework.assignment import Assignment, Dates
from grader.course.homework.bucket import Tokens, tokens
from grader.course.homework.dates import Plan, plans_of, told
from grader.course.homework.late import Lateness, lateness
from grader.model import Message, Role
from grader.store import Connection, assignments, grades, people
from grader.store.assignments import CourseRow

Phase = Literal["free", "early", "open", "closed"]


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for one learner in one exercise now. Without an assignment everything is open practice."""

    phase: Phase = "free"
    assignment: Assignment | None = None
    dates: Dates | None = None
    zone: ZoneInfo | None = None
    attempts: int = 0
    """Submissions within the dates, those without a verdict too."""
    tokens: Tokens | None = None
    late: Lateness | None = None
    """What handing in now means; None where it does not count."""
    hidden_until: datetime | None = None
    """When what hidden checks found is shown, while that is to come."""
    may_see_solution: bool = True
    """False while an assignment with this exercise has not closed."""

    @property
    def is_practice(self) -> bool:
        """Handing in now earns nothing."""
        return self.phase in ("free", "closed")

    @property
    def attempts_left(self) -> int | None:
        """None: as many as one likes."""
        if self.assignment is None or self.assignment.attempts is None or self.phase != "open":
            return None
        return max(0, self.assignment.attempts - self.attempts)

    @property
    def has_variants(self) -> bool:
        """Whether this learner meets inputs of their own."""
        return self.phase == "open" and self.assignment is not None and self.assignment.variants

    @property
    def refusal(self) -> Message | None:
        """Why nothing can be handed in now; None: it can."""
        if self.assignment is None or self.dates is None or self.zone is None:
            return None
        if self.phase == "early":
            return Message("terms.early", {"opens": told(self.dates.opens, self.zone)})
        closes = told(self.dates.closes, self.zone)
        if self.phase == "closed":
            return None if self.assignment.practice else Message("terms.closed", {"closes": closes})
        if self.attempts_left == 0:
            of = {"attempts": self.assignment.attempts, "closes": closes}
            return Message("terms.used-up" if self.assignment.practice else "terms.used-up-for-good", of)
        if self.tokens and not self.tokens.now and self.tokens.more_at:
            return Message("terms.no-tokens", {"next": told(self.tokens.more_at, self.zone)})
        return None


FREE = Terms()


def terms_of(connection: Connection, learner: str, exercise: str, now: datetime) -> Terms:
    """What holds for this learner in this exercise. Whoever is no learner of a course practises freely."""
    person = people.find(connection, learner)
    if person is None or not person.course or person.role is not Role.LEARNER:
        return FREE
    plans = plans_of(connection, person)
    mine = [plan for plan in plans if plan.assignment.part(exercise)]
    course = assignments.course(connection, person.course) if mine else None
    if not mine or course is None:
        return FREE
    plan, phase = _in_force(mine, now)
    dates, zone = plan.dates, ZoneInfo(course.zone)
    until = [reveal for one in mine if (reveal := hidden_until(one, now))]
    made = grades.times(connection, learner, exercise, dates.opens, dates.closes) if phase == "open" else []
    bucket = plan.assignment.bucket if phase == "open" else None
    late = None
    if phase == "open":
        late = lateness(
            now, dates.due, zone, plan.assignment.late, _bank_left(connection, learner, course, plans, plan)
        )
    return Terms(
        phase=phase,
        assignment=plan.assignment,
        dates=dates,
        zone=zone,
        attempts=len(made),
        tokens=tokens(bucket, made, now) if bucket else None,
        late=late,
        hidden_until=max(until, default=None),
        may_see_solution=all(now > one.dates.closes for one in mine),
    )


def hidden_until(plan: Plan, now: datetime) -> datetime | None:
    """When the assignment shows what hidden checks found; None: it does."""
    return plan.revealed if plan.revealed and plan.dates.opens <= now < plan.revealed else None


def veils_of(connection: Connection, learner: str, now: datetime) -> dict[str, str]:
    """The exercises whose hidden checks are not to be shown to this learner yet, and until when, in words."""
    person = people.find(connection, learner)
    if person is None or not person.course or person.role is not Role.LEARNER:
        return {}
    found: dict[str, datetime] = {}
    for plan in plans_of(connection, person):
        if until := hidden_until(plan, now):
            for part in plan.assignment.parts:
                found[part.exercise] = max(until, found.get(part.exercise, until))
    course = assignments.course(connection, person.course) if found else None
    return {id: told(until, ZoneInfo(course.zone)) for id, until in found.items()} if course else {}


def _in_force(mine: list[Plan], now: datetime) -> tuple[Plan, Phase]:
    """The assignment that decides, of those in due order: the first open one, else the last closed, else the next."""
    for plan in mine:
        if plan.is_open(now):
            return plan, "open"
    closed = [plan for plan in mine if now > plan.dates.closes]
    if closed:
        return max(closed, key=lambda plan: (plan.assignment.practice, plan.dates.closes)), "closed"
    return min(mine, key=lambda plan: plan.dates.opens), "early"


def _bank_left(connection: Connection, learner: str, course: CourseRow, plans: list[Plan], plan: Plan) -> int:
    """The days that are left when everything due earlier has been paid."""
    if not plan.assignment.late.uses_bank:
        return 0
    paid = grades.banked(connection, learner)
    earlier = plans[: plans.index(plan)]
    return course.late_days - sum(paid.get(one.assignment.id, 0) for one in earlier if one.assignment.late.uses_bank)
