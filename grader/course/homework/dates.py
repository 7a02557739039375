"""Dates: wall times of a course ↔ moments, and the dates that an assignment has for one learner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from grader.course.homework.assignment import Assignment, Dates
from grader.course.learning.answer import declined
from grader.model import Person
from grader.store import Connection, assignments
from grader.store.assignments import Extension

SECTION: Literal["section"] = "section"
LEARNER: Literal["learner"] = "learner"


@dataclass(frozen=True, slots=True)
class Plan:
    """An assignment and the dates that it has for one learner."""

    assignment: Assignment
    dates: Dates

    def is_open(self, at: datetime) -> bool:
        """Whether a submission of this moment counts."""
        return self.dates.holds(at)

    @property
    def revealed(self) -> datetime | None:
        """From when on the learner sees what hidden checks found; None: always."""
        moments = {"due": self.dates.due, "closes": self.dates.closes}
        return moments.get(self.assignment.hidden_until)


def plans_of(connection: Connection, person: Person) -> list[Plan]:
    """All assignments of somebody's course, with their dates for them, in the order in which they are due."""
    given = assignments.extensions_for(connection, person.course, person.section, person.id)
    specs = assignments.specs(connection, person.course)
    return planned((parsed(spec) for spec in specs), given)


def planned(known: Iterable[Assignment], given: Iterable[Extension]) -> list[Plan]:
    """Assignments with the extensions of one learner, in the order in which they are due for them."""
    by_assignment: dict[str, list[Extension]] = {}
    for one in given:
        by_assignment.setdefault(one.assignment, []).append(one)
    plans = [Plan(one, dates_of(one, by_assignment.get(one.id, ()))) for one in known]
    return sorted(plans, key=lambda plan: (plan.dates.due, plan.assignment.id))


def dates_of(assignment: Assignment, given: Iterable[Extension]) -> Dates:
    """The dates after extensions: the section's first, then the learner's own. It never closes before it is due."""
    opens, due, closes = assignment.opens, assignment.due, assignment.closes
    for one in sorted(given, key=lambda one: one.kind != SECTION):
        opens, due, closes = one.opens or opens, one.due or due, one.closes or closes
    return Dates(opens=opens, due=due, closes=max(closes, due + timedelta(minutes=assignment.late.grace_minutes)))


@lru_cache(maxsize=1000)
def parsed(spec: str) -> Assignment:
    """An assignment as the store keeps it."""
    return Assignment.model_validate_json(spec)


# ---------- Wall times ----------


def zone_of(name: str) -> ZoneInfo:
    """The time zone with this IANA name. Raises `Declined` for none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise declined("homework.no-zone", zone=name[:80]) from None


def moment_of(text: str, zone: ZoneInfo) -> datetime:
    """`2026-12-01 23:59` on the walls of this zone → the moment in UTC; an offset may be written after it.

    A time that a clock change shows twice is the second one. Raises `Declined` for what is no time, or is left out.
    """
    try:
        read = datetime.fromisoformat(text.strip())
    except ValueError:
        raise declined("homework.no-time", text=text[:80]) from None
    if len(text.strip()) <= len("2026-12-01"):
        raise declined("homework.no-time", text=text[:80])
    if read.tzinfo is not None:
        return _in_utc(read, text)
    moment = _in_utc(read.replace(tzinfo=zone, fold=1), text)
    if moment.astimezone(zone).replace(tzinfo=None) != read:
        raise declined("homework.skipped-time", text=text.strip(), zone=zone.key)
    return moment


def _in_utc(moment: datetime, text: str) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # year 1 or 9999
        raise declined("homework.no-time", text=text[:80]) from None


def wall(moment: datetime, zone: ZoneInfo) -> str:
    """The moment as `moment_of` reads it: 2026-12-01 23:59, with an offset only where that is needed."""
    here = moment.astimezone(zone)
    spec = "minutes" if not (here.second or here.microsecond) else "auto"
    is_first_of_two = here.fold == 0 and here.replace(fold=1).utcoffset() != here.utcoffset()
    shown = here if is_first_of_two else here.replace(tzinfo=None)
    return shown.isoformat(" ", spec)


def told(moment: datetime, zone: ZoneInfo) -> str:
    """The moment for a sentence: 2026-12-01 23:59 (Europe/Berlin)."""
    here = moment.astimezone(zone)
    spec = "%Y-%m-%d %H:%M:%S" if here.second else "%Y-%m-%d %H:%M"
    return f"{here.strftime(spec)} ({zone.key})"
