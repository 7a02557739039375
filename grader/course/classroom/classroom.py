"""The room as an instructor sees it: who works, who is stuck and why, who is done, and one learner from near."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Literal, NamedTuple

from grader.course.access import Access, Actor
from grader.course.classroom.failing import Failing, failing_of
from grader.course.classroom.stuck import LIVE, WORKING, Reason, why
from grader.course.homework.assignment import Assignment
from grader.course.homework.dates import parsed
from grader.course.learning.attempt import Attempt, attempts_of
from grader.course.learning.overview import Overview, overview_of
from grader.course.needs import Course
from grader.errors import UnknownAssignment
from grader.model import Person, Role
from grader.store import Connection, Store, assignments, mistakes, people
from grader.store import classroom as rows
from grader.store.classroom import Cluster, Live, Moment, Tried

LATELY = timedelta(days=7)
"""How long a shared mistake counts as shared now."""
_CLUSTERS = 5

State = Literal["once", "after", "trying", "stuck", "none"]
Presence = Literal["stuck", "working", "done", ""]


class Cell(NamedTuple):
    """One learner in one exercise. `after`: solved with attempt number `n`; else `n` attempts so far."""

    state: State
    n: int


@dataclass(frozen=True, slots=True)
class View:
    """Which part of the course to look at; what is empty does not filter."""

    section: str = ""
    assignment: str = ""
    concept: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a view can be chosen from."""

    title: str
    sections: tuple[str, ...]
    assignments: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class Stuck:
    """Who is stuck in what, since when, and why. `failing`: how the first check that did not pass failed."""

    person: Person
    exercise: str
    since: datetime
    attempts: int
    reason: Reason
    failing: Failing | None = None


@dataclass(frozen=True, slots=True)
class Working:
    """Who typed or handed in within the last five minutes, in what, and since when they are at it."""

    person: Person
    exercise: str
    since: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class Row:
    """One learner's line of the heat map."""

    person: Person
    presence: Presence
    solved: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """Everything at one moment. `rows`: the stuck first, then who has solved least. `exercises`: the columns, in course order."""

    at: datetime
    exercises: tuple[str, ...]
    rows: tuple[Row, ...]
    stuck: tuple[Stuck, ...]
    working: tuple[Working, ...]

    @property
    def done(self) -> tuple[Person, ...]:
        return tuple(row.person for row in self.rows if self.exercises and row.solved == len(self.exercises))


@dataclass(frozen=True, slots=True)
class Shared:
    """A failure that several learners made in the last seven days. `failing`: what the newest example failed on."""

    cluster: Cluster
    failing: Failing | None


@dataclass(frozen=True, slots=True)
class Profile:
    """One learner from near; `before` and `after` are the neighbours by name."""

    person: Person
    overview: Overview
    moments: tuple[Moment, ...]
    before: Person | None
    after: Person | None


class Classroom:
    """Use cases of assistants and up, each limited to the course of whoever asks. Thread-safe."""

    def __init__(
        self, course: Course, store: Store, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._course, self._store, self._clock = course, store, clock
        self._access = Access(store)

    def choices(self, actor: Actor) -> Choices:
        """What there is to look at."""
        course = self._access.require(actor, Role.ASSISTANT).course
        with self._store.read() as connection:
            row = assignments.course(connection, course)
            return Choices(
                row.title if row else course,
                tuple(mistakes.sections(connection, course)),
                tuple(_assignments(connection, course)),
            )

    def now(self, actor: Actor, view: View = View()) -> Room:
        """The room at this moment. Raises `UnknownAssignment`."""
        course, now = self._access.require(actor, Role.ASSISTANT).course, self._clock()
        with self._store.read() as connection:
            exercises = self._exercises(connection, course, view)
            members = [one for one in people.of_course(connection, course, Role.LEARNER) if _is_in(one, view.section)]
            known = {one.id: one for one in members}
            tried = rows.cells(connection, course, view.section)
            recent = rows.live(connection, course, view.section, now - LIVE)
            typing = rows.typing(connection, course, view.section, now - WORKING)
            recent = [one for one in recent if one.exercise in exercises]
            stuck = [(one, reason) for one in recent if one.learner in known and (reason := why(one, now))]
            failing = _failing(connection, [one.last_submission for one, _ in stuck])
        said = [_say_stuck(one, known[one.learner], reason, failing) for one, reason in stuck]
        working = _working(recent, [one for one in typing if one[1] in exercises], members, now)
        return Room(now, exercises, _rows(members, exercises, tried, said, working), _first_each(said), working)

    def mistakes(self, actor: Actor, view: View = View()) -> tuple[Shared, ...]:
        """The failures that most learners share lately, the most shared first. Raises `UnknownAssignment`."""
        course = self._access.require(actor, Role.ASSISTANT).course
        with self._store.read() as connection:
            exercises = self._exercises(connection, course, view)
            since = self._clock() - LATELY
            found = rows.shared(connection, course, view.section, exercises, since, _CLUSTERS)
            failing = _failing(connection, [one.submission for one in found if one.misconception is None])
        return tuple(Shared(one, failing.get(one.submission)) for one in found)

    def profile(self, actor: Actor, learner: str) -> Profile:
        """One learner. Raises `UnknownPerson` for anybody who is not in the actor's course, as for nobody."""
        _, person = self._access.learner(actor, Role.ASSISTANT, learner)
        with self._store.read() as connection:
            moments = tuple(rows.moments(connection, learner))
            others = [one for one in people.of_course(connection, person.course, Role.LEARNER) if _is_in(one, "")]
        standings, touched = self._store.standings(learner), self._store.touched(learner)
        overview = overview_of(self._course.exercises, standings, touched, self._clock())
        return Profile(person, overview, moments, *_neighbours(person, others))

    def attempts(self, actor: Actor, learner: str, exercise: str) -> tuple[Attempt, ...]:
        """A learner's attempts, newest first, with everything that the checks found. Raises `UnknownPerson`, `UnknownExercise`."""
        self._access.learner(actor, Role.ASSISTANT, learner)
        return attempts_of(self._store.history(learner, self._course.exercise(exercise).id))

    def _exercises(self, connection: Connection, course: str, view: View) -> tuple[str, ...]:
        found = [one for one in self._course.exercises if not view.concept or one.concept == view.concept]
        if not view.assignment:
            return tuple(one.id for one in found)
        for one in _assignments(connection, course):
            if one.id == view.assignment:
                return tuple(exercise.id for exercise in found if one.part(exercise.id))
        raise UnknownAssignment(f"There is no assignment {view.assignment!r} in this course.")


def _assignments(connection: Connection, course: str) -> list[Assignment]:
    return [parsed(spec) for spec in assignments.specs(connection, course)]


def _is_in(person: Person, section: str) -> bool:
    return not person.has_left and section in ("", person.section)


# ---------- Who is stuck, who works ----------


def _say_stuck(one: Live, person: Person, reason: Reason, failing: Mapping[int, Failing]) -> Stuck:
    since = one.better_at or one.first_at or one.last_at
    return Stuck(person, one.exercise, since, one.attempts, reason, failing.get(one.last_submission or 0))


def _first_each(stuck: Iterable[Stuck]) -> tuple[Stuck, ...]:
    """Each learner once, where they tried last; who has been stuck longest comes first."""
    newest: dict[str, Stuck] = {}
    for one in stuck:
        newest.setdefault(one.person.id, one)
    return tuple(sorted(newest.values(), key=lambda one: (one.since, one.person.id)))


def _failing(connection: Connection, ids: Collection[int | None]) -> dict[int, Failing]:
    """How the first check that did not pass failed, by submission."""
    found = rows.judged(connection, [id for id in ids if id is not None])
    ways = {id: failing_of(verdict) for id, verdict in found.items()}
    return {id: first[0] for id, first in ways.items() if first}


def _working(
    recent: Sequence[Live], typing: Sequence[tuple[str, str, datetime]], members: Iterable[Person], now: datetime
) -> tuple[Working, ...]:
    """Each learner once, in what they touched last, the newest first."""
    submitted = [(one.learner, one.exercise, one.last_at) for one in recent if now - one.last_at <= WORKING]
    begun = {(one.learner, one.exercise): one.first_at for one in recent}
    known = {one.id: one for one in members}
    latest: dict[str, Working] = {}
    for learner, exercise, at in sorted([*typing, *submitted], key=lambda one: one[2], reverse=True):
        if learner in known:
            since = begun.get((learner, exercise)) or at
            latest.setdefault(learner, Working(known[learner], exercise, since, at))
    return tuple(latest.values())


# ---------- The heat map ----------


def _rows(
    members: Iterable[Person],
    exercises: Sequence[str],
    tried: Iterable[Tried],
    stuck: Sequence[Stuck],
    working: Iterable[Working],
) -> tuple[Row, ...]:
    """The stuck first, the longest before the others; then who has solved least; then by who tries most, and by name."""
    in_trouble = {(one.person.id, one.exercise) for one in stuck}
    order = {one.person.id: n for n, one in enumerate(_first_each(stuck))}
    present = {one.person.id for one in working}
    lines: dict[str, dict[str, int]] = {}
    for learner, exercise, n in tried:
        lines.setdefault(learner, {})[exercise] = n
    made, need = [], {}
    for place, person in enumerate(members):
        mine = lines.get(person.id, {})
        numbers = [mine.get(exercise, 0) for exercise in exercises]
        cells = list(map(_cell, numbers))
        for n, exercise in enumerate(exercises if person.id in order else ()):
            if (person.id, exercise) in in_trouble:
                cells[n] = Cell("stuck", cells[n].n)
        solved = sum(n > 0 for n in numbers)
        presence: Presence = "done" if exercises and solved == len(exercises) else ""
        presence = "stuck" if person.id in order else presence or ("working" if person.id in present else "")
        made.append(Row(person, presence, solved, tuple(cells)))
        need[person.id] = (order.get(person.id, len(order)), solved, sum(n for n in numbers if n < 0), place)
    return tuple(sorted(made, key=lambda row: need[row.person.id]))


@cache
def _cell(n: int) -> Cell:
    """What the store's number says; there are few different ones among thousands."""
    if n > 0:
        return Cell("once" if n == 1 else "after", n)
    return Cell("trying", -n) if n else Cell("none", 0)


def _neighbours(person: Person, others: Sequence[Person]) -> tuple[Person | None, Person | None]:
    """Who comes before and after by name; somebody who is not listed has none."""
    ids = [one.id for one in others]
    if person.id not in ids:
        return None, None
    at = ids.index(person.id)
    return (others[at - 1] if at else None), (others[at + 1] if at + 1 < len(others) else None)
