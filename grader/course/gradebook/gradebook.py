"""The gradebook: what everybody has, why, what was set by hand, and how it goes back into the LMS."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from grader.course.access import Access, Actor
from grader.course.gradebook.ledger import Derived, Difference, Ledger, derive, differences, ledger_of, total
from grader.course.gradebook.lms import Filled, Wanted, fill
from grader.course.homework.assignment import Assignment, Part
from grader.course.homework.dates import Plan, parsed, planned, plans_of
from grader.course.homework.terms import veils_of
from grader.course.learning.answer import declined
from grader.errors import NotAllowed, UnknownAssignment, UnknownPerson
from grader.model import Person, Role
from grader.store import Connection, Store, assignments, audit, gradebook, people
from grader.store.gradebook import Key, Override
from grader.store.grades import Candidate, GradeRow

MOST_REASON = 500
State = Literal["none", "graded", "checking"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One learner in one exercise. `points` after the late policy, `grade` after overrides; None: nothing counted."""

    points: float | None = None
    grade: float | None = None
    override: Override | None = None
    row: GradeRow | None = None
    state: State = "none"


NOTHING = Entry()


@dataclass(frozen=True, slots=True)
class Line:
    """One learner in one assignment. `may_hand_in`: it has not closed for them."""

    person: Person
    entries: Mapping[str, Entry]
    points: float
    grade: float
    may_hand_in: bool = False

    @property
    def has_something(self) -> bool:
        """Whether anything counts here yet."""
        return any(entry.grade is not None for entry in self.entries.values())

    @property
    def is_settled(self) -> bool:
        """Whether the grade can be given away: nothing is being checked, and there is something, or no more time."""
        is_checking = any(entry.state == "checking" for entry in self.entries.values())
        return not is_checking and (self.has_something or not self.may_hand_in)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One assignment: learner × exercise."""

    assignment: Assignment
    lines: tuple[Line, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.assignment.parts


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole course: learner × assignment. `sheets` in the order in which the assignments are due."""

    people: tuple[Person, ...]
    sheets: tuple[Sheet, ...]
    lines: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    """Of each learner a line in every sheet."""


class Gradebook:
    """For instructors, but for `mine`. Thread-safe."""

    def __init__(self, store: Store, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._store, self._clock = store, clock
        self._access = Access(store)

    # ---------- looking ----------

    def assignments(self, actor: Actor) -> tuple[Assignment, ...]:
        """All assignments of the course, in the order in which they are due."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            return tuple(map(parsed, assignments.specs(connection, person.course)))

    def sheet(self, actor: Actor, assignment: str) -> Sheet:
        """Everybody in one assignment. Raises `UnknownAssignment`."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            return _Book(connection, person.course, self._clock(), assignment).sheet(assignment)

    def whole(self, actor: Actor) -> Whole:
        """Everybody in all assignments."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            book = _Book(connection, person.course, self._clock())
        sheets = tuple(book.sheet(one.id) for one in book.known)
        columns = zip(*(sheet.lines for sheet in sheets), strict=True)
        lines = {person.id: line for person, line in zip(book.people, columns, strict=True)} if sheets else {}
        return Whole(tuple(book.people), sheets, lines)

    def ledger(self, actor: Actor, learner: str, assignment: str) -> Ledger:
        """The rows that explain every score of a learner in an assignment."""
        _, person = self._access.learner(actor, Role.INSTRUCTOR, learner)
        with self._store.read() as connection:
            return _ledger(connection, person, assignment, {})

    def mine(self, learner: str, assignment: str) -> Ledger:
        """The learner's own; numbers of hidden checks are left out as long as the assignment says so."""
        person = self._access.require(learner, Role.LEARNER)
        now = self._clock()
        with self._store.read() as connection:
            plan = _plan(plans_of(connection, person), assignment)
            if now < plan.dates.opens:
                raise UnknownAssignment("There is no assignment with this id.")
            return _ledger(connection, person, assignment, veils_of(connection, learner, now))

    def sections(self, actor: Actor) -> list[str]:
        """The sections that learners are in."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            known = people.of_course(connection, person.course, Role.LEARNER)
        return sorted({one.section for one in known if one.section and not one.has_left})

    def staff(self, actor: Actor) -> dict[str, str]:
        """What those are called who set points by hand, by id."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            known = people.of_course(connection, person.course)
        return {one.id: one.name or one.email or one.id for one in known if one.role is not Role.LEARNER}

    def check_ledger(self, actor: Actor, assignment: str | None = None) -> tuple[Difference, ...]:
        """Work out every grade anew and hold it against what is stored: nothing may differ."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            return tuple(_check(connection, person.course, assignment))

    # ---------- by hand ----------

    def override(self, actor: Actor, learner: str, assignment: str, exercise: str, points: float, reason: str) -> None:
        """Set points by hand, from 0 to twice what the exercise is worth. The newest counts; all are kept."""
        _, worth = self._place(actor, learner, assignment, exercise)
        if not 0 <= points <= 2 * worth:  # NaN is neither
            raise declined("grades.points", most=2 * worth)
        self._set(actor, learner, assignment, exercise, round(points, 2), reason)

    def take_back(self, actor: Actor, learner: str, assignment: str, exercise: str, reason: str) -> None:
        """What was earned counts again. Raises `Declined` where nothing was set by hand."""
        self._place(actor, learner, assignment, exercise)
        self._set(actor, learner, assignment, exercise, None, reason)

    def _place(self, actor: Actor, learner: str, assignment: str, exercise: str) -> tuple[Person, float]:
        asking, person = self._access.learner(actor, Role.INSTRUCTOR, learner)
        if person.role is not Role.LEARNER:
            raise UnknownPerson("Nobody in this course has this id.")
        with self._store.read() as connection:
            part = _plan(plans_of(connection, person), assignment).assignment.part(exercise)
        if part is None:
            raise declined("grades.not-a-part", exercise=exercise, assignment=assignment)
        return asking, part.points

    def _set(
        self, actor: Actor, learner: str, assignment: str, exercise: str, points: float | None, reason: str
    ) -> None:
        asking = self._access.require(actor, Role.INSTRUCTOR)
        said = " ".join(reason.split())
        if not 0 < len(said) <= MOST_REASON:
            raise declined("grades.reason", most=MOST_REASON)
        now = self._clock()
        new = Override(0, assignment, exercise, learner, points, said, asking.id, now)

        def write(connection: Connection) -> None:
            known = gradebook.overrides_in_force(connection, asking.course, assignment)
            if points is None and (learner, assignment, exercise) not in known:
                raise declined("grades.no-override")
            id = gradebook.set_points(connection, asking.course, new)
            details = {"assignment": assignment, "exercise": exercise, "points": points, "override": id}
            audit.note(connection, asking.course, asking.id, "override.set", learner, now, **details)

        self._store.write(write).result()

    # ---------- the LMS ----------

    def round_trip(
        self, actor: Actor, assignment: str, data: bytes, column: str | None = None, *, scale: bool = False
    ) -> Filled:
        """The LMS's own file with our column filled. Raises `UnreadableFile` and `Declined`."""
        sheet = self.sheet(actor, assignment)
        grades = {line.person.id: line.grade if line.is_settled else None for line in sheet.lines}
        ours = sheet.assignment
        everybody = [line.person for line in sheet.lines]
        return fill(data, Wanted(ours.id, ours.title, ours.points, everybody, grades, column, scale))


class _Book:
    """What a course says about grades, read once."""

    def __init__(self, connection: Connection, course: str, now: datetime, only: str | None = None) -> None:
        self.known = [parsed(spec) for spec in assignments.specs(connection, course)]
        self.people = [one for one in people.of_course(connection, course, Role.LEARNER) if not one.has_left]
        self._now = now
        self._rows = gradebook.grades_of(connection, course, only)
        self._overrides = gradebook.overrides_in_force(connection, course, only)
        self._extensions = assignments.extensions_of(connection, course)
        wanted = {part.exercise for one in self.known if only in (None, one.id) for part in one.parts}
        self._open = gradebook.being_checked(connection, course, wanted)

    def sheet(self, id: str) -> Sheet:
        """Everybody in one assignment."""
        assignment = _assignment(self.known, id)
        return Sheet(assignment, tuple(self._line(person, assignment) for person in self.people))

    def _line(self, person: Person, assignment: Assignment) -> Line:
        entries = {part.exercise: self._entry((person.id, assignment.id, part.exercise)) for part in assignment.parts}
        mine = (("section", person.section), ("learner", person.id))
        given = [e for e in self._extensions if e.assignment == assignment.id and (e.kind, e.target) in mine]
        closes = planned([assignment], given)[0].dates.closes if given else assignment.closes
        points = total(entry.points or 0.0 for entry in entries.values())
        grade = total(entry.grade or 0.0 for entry in entries.values())
        return Line(person, entries, points or 0.0, grade or 0.0, self._now <= closes)

    def _entry(self, key: Key) -> Entry:
        row, override = self._rows.get(key), self._overrides.get(key)
        state: State = "checking" if (key[0], key[2]) in self._open else "graded" if row else "none"
        if row is None and override is None and state == "none":
            return NOTHING
        points = row.points if row else None
        return Entry(points, override.points if override else points, override, row, state)


def _assignment(known: Sequence[Assignment], id: str) -> Assignment:
    found = next((one for one in known if one.id == id), None)
    if found is None:
        said = f"There are: {', '.join(one.id for one in known)}." if known else "There is none yet."
        raise UnknownAssignment(f"There is no assignment {id[:80]!r}. {said}")
    return found


def _plan(plans: Sequence[Plan], assignment: str) -> Plan:
    id = _assignment([plan.assignment for plan in plans], assignment).id
    return next(plan for plan in plans if plan.assignment.id == id)


def _ledger(connection: Connection, person: Person, assignment: str, hidden: Mapping[str, str]) -> Ledger:
    plans = plans_of(connection, person)
    plan = _plan(plans, assignment)
    course = assignments.course(connection, person.course)
    if course is None:
        raise NotAllowed("This person is in no course.")
    needed = [one for one in plans if one is plan or _shares_bank(one, plan)]
    exercises = {part.exercise for one in needed for part in one.assignment.parts}
    first = min(one.dates.opens for one in needed)
    last = max(one.dates.closes for one in needed)
    found = gradebook.attempts_within(connection, person.course, exercises, first, last, person.id)
    derived = derive(course, needed, assignments.chosen(connection, person.id), _within(found, person.id))
    given = gradebook.overrides_of(connection, person.course, assignment, person.id)
    return ledger_of(person, plan, derived, given, ZoneInfo(course.zone), hidden)


def _shares_bank(one: Plan, other: Plan) -> bool:
    return one.assignment.late.uses_bank and other.assignment.late.uses_bank


def _within(found: Mapping[tuple[str, str], list[Candidate]], learner: str) -> Callable[..., list[Candidate]]:
    return lambda exercise, dates: [one for one in found.get((learner, exercise), ()) if dates.holds(one.at)]


def _check(connection: Connection, course: str, only: str | None) -> list[Difference]:
    row = assignments.course(connection, course)
    known = [parsed(spec) for spec in assignments.specs(connection, course)]
    if only is not None:
        wanted = _assignment(known, only)
        known = [one for one in known if one is wanted or (one.late.uses_bank and wanted.late.uses_bank)]
    if row is None or not known:
        return []
    exercises = {part.exercise for one in known for part in one.parts}
    given = assignments.extensions_of(connection, course)
    found = gradebook.attempts_within(connection, course, exercises)
    stored = gradebook.grades_of(connection, course, only)
    derived: dict[Key, Derived] = {}
    for person in people.of_course(connection, course):
        targets = (("section", person.section), ("learner", person.id))
        plans = planned(known, [one for one in given if (one.kind, one.target) in targets])
        chosen = assignments.chosen(connection, person.id) if any(one.counts == "chosen" for one in known) else {}
        ours = derive(row, plans, chosen, _within(found, person.id))
        derived |= {(person.id, *key): one for key, one in ours.items() if only in (None, key[0])}
    here = {person for person, _, _ in derived}
    wrong = differences({key: one for key, one in stored.items() if key[0] in here}, derived)
    return wrong + _told_otherwise(connection, found, known)


def _told_otherwise(
    connection: Connection, found: Mapping[tuple[str, str], list[Candidate]], known: list[Assignment]
) -> list[Difference]:
    """Scores that are not those of their verdicts, of submissions that count and of those that do not."""
    whose = {one.id: key for key, candidates in found.items() for one in candidates}
    part_of = {part.exercise: one.id for one in known for part in one.parts}
    wrong = gradebook.scores_told_otherwise(connection, whose)
    return [
        Difference(whose[id][0], part_of[whose[id][1]], whose[id][1], "verdict", *both) for id, both in wrong.items()
    ]
