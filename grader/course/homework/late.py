"""The late policy: one pure function from a moment to what it costs. Exact arithmetic, no clock, no database.

A day is a wall-clock day in the course's zone: due at 23:59, the first day late ends at 23:59 of the next day, which is
23, 24 or 25 hours later. A wall time that a clock change leaves out, or shows twice, is read in the learner's favour.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from fractions import Fraction
from functools import lru_cache

from grader.course.homework.assignment import LatePolicy

DAY = timedelta(days=1)
FULL = Fraction(100)
_CENTS = 100


@dataclass(frozen=True, slots=True)
class Lateness:
    """What a moment of handing in means. `percent` of the points earned count: 100 on time, more when early."""

    days_late: int
    days_banked: int
    percent: Fraction

    @property
    def costs(self) -> Fraction:
        """Percent taken off; negative for a bonus."""
        return FULL - self.percent


ON_TIME = Lateness(0, 0, FULL)


def lateness(at: datetime, due: datetime, zone: tzinfo, policy: LatePolicy, bank: int) -> Lateness:
    """What handing in at `at` means, with `bank` late days left. A boundary belongs to the better side of it."""
    if at <= due:
        is_early = policy.early_days and at <= days_after(due, -policy.early_days, zone)
        return Lateness(0, 0, FULL + exact(policy.early_percent)) if is_early else ON_TIME
    if at <= due + timedelta(minutes=policy.grace_minutes):
        return ON_TIME
    late = days_begun(at, due, zone)
    banked = min(late, max(bank, 0)) if policy.uses_bank else 0
    percent = FULL - (late - banked) * exact(policy.percent_per_day)
    return Lateness(late, banked, max(percent, exact(policy.floor_percent)))


def days_begun(at: datetime, due: datetime, zone: tzinfo) -> int:
    """How many days after `due` have begun at `at`, which is later."""
    days = max(1, (at - due) // DAY - 1)  # a wall-clock day is never so long that this is too many
    while at > days_after(due, days, zone):
        days += 1
    return days


def days_after(moment: datetime, days: int, zone: tzinfo) -> datetime:
    """The same wall time so many days later, as a moment in UTC."""
    wall = moment.astimezone(zone).replace(tzinfo=None) + timedelta(days=days)
    return max(wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))


def points(score: int, max_score: int, worth: float, percent: Fraction) -> float:
    """What a submission earns of `worth` points: two decimals, half a cent rounded up."""
    if max_score <= 0:
        return 0.0
    cents = Fraction(score, max_score) * exact(worth) * percent / 100 * _CENTS
    return int(cents + Fraction(1, 2)) / _CENTS


@lru_cache(maxsize=1000)
def exact(number: float) -> Fraction:
    """The number as it was written: 0.1 is a tenth."""
    return Fraction(repr(number))
