"""What a whole class says of the exercises, with how sure one can be; and how its work is spread over the days."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from grader.course.access import Access, Actor
from grader.course.homework.assignment import Assignment
from grader.course.needs import Course
from grader.model import Exercise, Outcome, Role, Text
from grader.store import Store, assignments, insight
from grader.store.insight import Day, Tried

if TYPE_CHECKING:
    import pandas as pd

    from grader.course.classroom.bootstrap import Floats

LEAST = 30
"""Under so many learners a number is not said: its interval would span nearly everything."""
OTHERS = 3
"""Exercises besides this one that somebody must have tried to count for the item-rest correlation."""
_KEPT = 16
_COLUMNS = ["learner", "exercise", "best", "passed", "attempts", "passed_attempt", "active_s"]
NUMBERS = ("passed", "first_try", "attempts", "minutes", "discrimination")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its 90 % bootstrap interval. None: nothing is said, for fewer than `LEAST` learners (`few`) or
    because all are alike (`alike`). `n`: the learners it rests on."""

    value: float | None
    low: float | None
    high: float | None
    n: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class CheckRate:
    """How often a check passed, of all submissions in which it was decided."""

    id: str
    title: Text
    passed: int
    decided: int


@dataclass(frozen=True, slots=True)
class Item:
    """One exercise.

    `passed`, `first_try`: shares of those who tried. `attempts`: median until they passed, or so far. `minutes`: median
    active minutes until they passed, of those who did. `discrimination`: the item-rest correlation, see `_rest`.
    `findings`: codes of what the intervals bear out.
    """

    exercise: str
    tried: int
    passed: Estimate
    first_try: Estimate
    attempts: Estimate
    minutes: Estimate
    discrimination: Estimate
    checks: tuple[CheckRate, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """An assignment's due day, as an ISO date in the course's time zone."""

    assignment: str
    title: Text
    day: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every day from the first to the last on which something was handed in, quiet ones too."""

    days: tuple[Day, ...]
    due: tuple[Due, ...]


class Insight:
    """Item analysis and submissions over time, for assistants and up. Thread-safe.

    Raises `NotAllowed` for anybody else.
    """

    def __init__(self, course: Course, store: Store) -> None:
        self._course, self._store = course, store
        self._access = Access(store)
        self._lock = threading.Lock()
        self._known: dict[tuple[str, str], tuple[tuple[object, ...], tuple[Item, ...]]] = {}

    def items(self, actor: Actor, *, section: str = "", assignment: str = "") -> tuple[Item, ...]:
        """Every exercise that somebody tried, in course order; of an assignment, its own ones only."""
        person = self._access.require(actor, Role.ASSISTANT)
        versions = tuple((exercise.id, exercise.version) for exercise in self._course.exercises)
        with self._store.read() as connection:
            version = (insight.version(connection, person.course), versions)
            found = self._recall(person.course, section, version)
            if found is None:
                rows = insight.tried(connection, person.course, section)
                found = analysed(rows, insight.tallies(connection, person.course), self._course.exercises)
                self._remember(person.course, section, version, found)
        parts = self._parts(actor, assignment)
        return tuple(item for item in found if parts is None or item.exercise in parts)

    def timeline(self, actor: Actor, *, assignment: str = "") -> Timeline:
        """Submissions by day, over all sections; of an assignment's exercises only, where one is named."""
        person = self._access.require(actor, Role.ASSISTANT)
        parts = self._parts(actor, assignment)
        with self._store.read() as connection:
            days = insight.days(connection, person.course, parts)
            course = assignments.course(connection, person.course)
        zone = ZoneInfo(course.zone if course else "UTC")
        due = tuple(
            Due(one.id, one.title, one.due.astimezone(zone).date().isoformat())
            for one in self.assignments(actor)
            if assignment in ("", one.id)
        )
        return Timeline(_without_gaps(days), due)

    def assignments(self, actor: Actor) -> tuple[Assignment, ...]:
        """The course's assignments, by due date."""
        person = self._access.require(actor, Role.ASSISTANT)
        with self._store.read() as connection:
            return tuple(Assignment.model_validate_json(spec) for spec in assignments.specs(connection, person.course))

    def _parts(self, actor: Actor, assignment: str) -> frozenset[str] | None:
        """The exercises of an assignment; None: all, also for one that is not there any more."""
        named = next((one for one in self.assignments(actor) if one.id == assignment), None) if assignment else None
        return None if named is None else frozenset(part.exercise for part in named.parts)

    def _recall(self, course: str, section: str, version: tuple[object, ...]) -> tuple[Item, ...] | None:
        with self._lock:
            known = self._known.get((course, section))
        return known[1] if known and known[0] == version else None

    def _remember(self, course: str, section: str, version: tuple[object, ...], items: tuple[Item, ...]) -> None:
        with self._lock:
            self._known.pop((course, section), None)
            self._known[course, section] = (version, items)
            while len(self._known) > _KEPT:
                del self._known[next(iter(self._known))]


# ---------- Item analysis ----------


def analysed(
    rows: Sequence[Tried], tallies: dict[str, dict[str, dict[str, int]]], exercises: Sequence[Exercise]
) -> tuple[Item, ...]:
    """Items in the order of `exercises`; those that nobody tried are left out."""
    import pandas as pd

    table = pd.DataFrame(rows, columns=_COLUMNS)
    tried = table.groupby("exercise").size().to_dict()
    known = [one for one in exercises if one.id in tried]
    table = table[table.exercise.isin([one.id for one in known])]
    if not known:
        return ()
    numbers = _estimated(_wide(table, known))
    items = []
    for column, exercise in enumerate(known):
        own = {name: numbers[name][column] for name in NUMBERS}
        checks = _checks(exercise, tallies.get(exercise.id, {}))
        items.append(Item(exercise.id, tried[exercise.id], **own, checks=checks, findings=_findings(exercise, own)))
    return tuple(items)


def _wide(table: pd.DataFrame, known: Sequence[Exercise]) -> dict[str, Floats]:
    """One table (learners, exercises) for each number; NaN where a learner has none."""
    import numpy as np

    points = {one.id: max(one.points, 1) for one in known}
    passed = table.passed.astype(float)
    numbers = {
        "passed": passed,
        "first_try": ((table.passed_attempt == 1) & (passed == 1)).astype(float),
        "attempts": table.passed_attempt.astype(float).where(passed == 1, table.attempts.astype(float)),
        "minutes": (table.active_s / 60).where(passed == 1),
        "share": (table.best / table.exercise.map(points)).clip(upper=1.0),
    }
    place = {one.id: column for column, one in enumerate(known)}
    row, columns = table.learner.factorize()[0], table.exercise.map(place).to_numpy()
    wide: dict[str, Floats] = {name: np.full((table.learner.nunique(), len(known)), np.nan) for name in numbers}
    for name, values in numbers.items():
        wide[name][row, columns] = values.to_numpy(dtype=np.float64)
    return wide


def _rest(share: Floats) -> Floats:
    """For each learner and exercise: their mean share of the points in the *other* exercises that they tried, if those are
    at least `OTHERS`; else NaN.

    Discrimination is Pearson's correlation, over all learners who tried the exercise and enough others, of the share of its
    points that their best attempt got with this. A mean, not a sum: who tried more would else look abler.
    """
    import numpy as np

    known = ~np.isnan(share)
    others = known.sum(axis=1, keepdims=True) - known
    total = np.where(known, share, 0.0).sum(axis=1, keepdims=True) - np.where(known, share, 0.0)
    enough = known & (others >= OTHERS)
    rest: Floats = np.where(enough, total / np.maximum(others, 1), np.nan)
    return rest


def _estimated(wide: dict[str, Floats]) -> dict[str, list[Estimate]]:
    import numpy as np

    from grader.course.classroom import bootstrap

    weights = bootstrap.weights_of(len(wide["share"]))
    once = np.ones((1, len(wide["share"])))
    rest = _rest(wide["share"])
    work = {
        "passed": lambda w: bootstrap.means(wide["passed"], w),
        "first_try": lambda w: bootstrap.means(wide["first_try"], w),
        "attempts": lambda w: bootstrap.medians(wide["attempts"], w),
        "minutes": lambda w: bootstrap.medians(wide["minutes"], w),
        "discrimination": lambda w: bootstrap.correlations(wide["share"], rest, w),
    }
    found = {}
    for name in NUMBERS:
        n = (~np.isnan(rest if name == "discrimination" else wide[name])).sum(axis=0)
        values, (low, high) = work[name](once)[0], bootstrap.bounds(work[name](weights))
        found[name] = [_estimate(*each) for each in zip(values, low, high, n, strict=True)]
    return found


def _estimate(value: float, low: float, high: float, n: int) -> Estimate:
    if n < LEAST:
        return Estimate(None, None, None, int(n), "few")
    if value != value:  # NaN: everybody has the same
        return Estimate(None, None, None, int(n), "alike")
    return Estimate(float(value), float(low), float(high), int(n))


def _findings(exercise: Exercise, own: dict[str, Estimate]) -> tuple[str, ...]:
    """What the whole interval bears out, never the middle alone."""

    def below(name: str, limit: float) -> bool:
        high = own[name].high
        return high is not None and high < limit

    def above(name: str, limit: float) -> bool:
        low = own[name].low
        return low is not None and low > limit

    said = {
        "hard": below("passed", 0.5),
        "easy": above("first_try", 0.9),
        "many": above("attempts", 3.0),
        "long": above("minutes", float(exercise.minutes)),
        "backwards": below("discrimination", 0.0),
    }
    return tuple(code for code, holds in said.items() if holds)


def _checks(exercise: Exercise, tallies: dict[str, dict[str, int]]) -> tuple[CheckRate, ...]:
    """The exercise's own checks, in its order; skipped ones and our faults decided nothing."""
    undecided = {Outcome.SKIPPED.value, Outcome.INTERNAL.value}
    rates = []
    for facts in exercise.checks:
        counts = {outcome: n for outcome, n in tallies.get(facts.id, {}).items() if outcome not in undecided}
        if decided := sum(counts.values()):
            rates.append(CheckRate(facts.id, facts.title, counts.get(Outcome.PASSED.value, 0), decided))
    return tuple(rates)


def _without_gaps(days: Sequence[Day]) -> tuple[Day, ...]:
    if not days:
        return ()
    known = {one.day: one for one in days}
    first, last = date.fromisoformat(days[0].day), date.fromisoformat(days[-1].day)
    every = ((first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1))
    return tuple(known.get(day, Day(day, 0, 0)) for day in every)
