"""Homework: the use cases of assignments, for those who set them and for those who do them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from grader.course.access import Access, Actor
from grader.course.homework import grades
from grader.course.homework.assignment import Assignment
from grader.course.homework.assignment_file import read_assignments, write_assignments
from grader.course.homework.dates import LEARNER, SECTION, parsed, plans_of, told, zone_of
from grader.course.homework.mine import MyAssignment, assignments_of
from grader.course.learning.answer import declined
from grader.course.needs import Course
from grader.errors import UnknownAssignment, UnknownCourse
from grader.model import Person, Role
from grader.store import Connection, Store, assignments, audit, people
from grader.store import grades as graded
from grader.store.assignments import CourseRow, Extension

LONGEST = 500
"""Characters of a reason."""


@dataclass(frozen=True, slots=True)
class NewDates:
    """Other dates for a section or a learner; what is None stays."""

    kind: Literal["section", "learner"]
    target: str
    opens: datetime | None = None
    due: datetime | None = None
    closes: datetime | None = None
    reason: str = ""


class Homework:
    """Assignments of a course. Thread-safe. Every method asks first whether the actor may.

    Raises `NotAllowed`, `UnknownAssignment`, `UnknownPerson`, and `Declined` for what does not fit.
    """

    def __init__(
        self, course: Course, store: Store, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._course, self._store, self._clock = course, store, clock
        self._access = Access(store)

    # ---------- looking ----------

    def course(self, actor: Actor) -> CourseRow:
        """Title, zone and bank of the actor's own course."""
        return self._course_row(self._access.require(actor, Role.LEARNER))

    def all(self, actor: Actor) -> list[Assignment]:
        """Every assignment, as due."""
        return self._all(self._access.require(actor, Role.ASSISTANT))

    def find(self, actor: Actor, id: str) -> Assignment:
        """One assignment."""
        return self._find(self._access.require(actor, Role.ASSISTANT), id)

    def extensions(self, actor: Actor, id: str) -> list[Extension]:
        """Who has other dates in an assignment."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            found = assignments.extensions_of(connection, person.course)
        return [one for one in found if one.assignment == self._find(person, id).id]

    def has_counted(self, actor: Actor, id: str) -> bool:
        """Whether somebody has a grade in it: then it cannot be deleted."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            return assignments.has_counted(connection, person.course, id)

    def told(self, actor: Actor, moment: datetime) -> str:
        """A moment as the clocks of the course show it, with its zone."""
        return told(moment, zone_of(self.course(actor).zone))

    def targets(self, actor: Actor) -> tuple[list[str], list[Person]]:
        """Whom an extension may be given: sections by name, and learners who are there."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            learners = [one for one in people.of_course(connection, person.course, Role.LEARNER) if not one.has_left]
        return sorted({one.section for one in learners if one.section}), learners

    # ---------- setting ----------

    def save(self, actor: Actor, *wanted: Assignment) -> None:
        """Make or change assignments, all or none; every grade follows. Raises `UnknownExercise`."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        for one in wanted:
            for part in one.parts:
                self._course.exercise(part.exercise)
        now = self._clock()

        def work(connection: Connection) -> None:
            for one in wanted:
                dates = one.opens, one.due, one.closes
                assignments.save(connection, person.course, one.id, dates, one.model_dump_json())
                said = {"exercises": len(one.parts), "points": one.points, "due": one.due.isoformat()}
                audit.note(connection, person.course, person.id, "assignment.saved", one.id, now, **said)
            for one in wanted:
                grades.refresh_all(connection, person.course, one.id)

        self._store.write(work).result()

    def delete(self, actor: Actor, id: str) -> None:
        """Forget an assignment for which nothing counts yet."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        self._find(person, id)
        now = self._clock()

        def work(connection: Connection) -> None:
            if assignments.has_counted(connection, person.course, id):
                raise declined("homework.has-grades", assignment=id)
            assignments.remove(connection, person.course, id)
            audit.note(connection, person.course, person.id, "assignment.deleted", id, now)

        self._store.write(work).result()

    def extend(self, actor: Actor, id: str, given: NewDates) -> None:
        """Give a section or a learner other dates; those they had are replaced, and grades follow, afterwards too."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        assignment = self._find(person, id)
        self._require_target(actor, person, given)
        if given.opens is None and given.due is None and given.closes is None:
            raise declined("homework.no-dates")
        opens, due = given.opens or assignment.opens, given.due or assignment.due
        if not opens < due or (given.closes is not None and given.closes < due):
            raise declined("homework.no-order")
        now = self._clock()
        reason = given.reason.strip()[:LONGEST]
        row = Extension(id, given.kind, given.target, given.opens, given.due, given.closes, reason, person.id, now)

        def work(connection: Connection) -> None:
            assignments.extend(connection, person.course, row)
            self._note_extension(connection, person, row)
            self._refresh(connection, person, row.kind, row.target, id)

        self._store.write(work).result()

    def withdraw(self, actor: Actor, id: str, kind: Literal["section", "learner"], target: str) -> None:
        """Take an extension back; the dates of the assignment hold again."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        self._find(person, id)
        row = Extension(id, kind, target, None, None, None, "", person.id, self._clock())

        def work(connection: Connection) -> None:
            if assignments.withdraw(connection, person.course, id, kind, target):
                self._note_extension(connection, person, row)
                self._refresh(connection, person, kind, target, id)

        self._store.write(work).result()

    # ---------- files ----------

    def load(self, actor: Actor, text: str) -> list[Assignment]:
        """Make or change the assignments of a YAML file → them, as read."""
        row = self._course_row(self._access.require(actor, Role.INSTRUCTOR))
        found = read_assignments(text, zone_of(row.zone), self._course)
        self.save(actor, *found)
        return found

    def dump(self, actor: Actor) -> str:
        """Every assignment as YAML, as `load` reads it."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        return write_assignments(self._all(person), zone_of(self._course_row(person).zone))

    # ---------- doing ----------

    def mine(self, learner: str) -> tuple[MyAssignment, ...]:
        """A learner's assignments with their dates, states and points, as due."""
        person = self._access.require(learner, Role.LEARNER)
        with self._store.read() as connection:
            return assignments_of(connection, person, self._clock())

    def next_due(self, learner: str) -> MyAssignment | None:
        """What is to be handed in next."""
        return next((one for one in self.mine(learner) if one.is_due), None)

    def choose(self, learner: str, id: str, exercise: str, submission: int) -> None:
        """Let this submission count, where the assignment leaves that to the learner and has not closed."""
        person = self._access.require(learner, Role.LEARNER)
        now = self._clock()

        def work(connection: Connection) -> None:
            plan = next((plan for plan in plans_of(connection, person) if plan.assignment.id == id), None)
            if plan is None or plan.assignment.counts != "chosen" or plan.assignment.part(exercise) is None:
                raise declined("homework.no-choice")
            if now > plan.dates.closes:
                closes = told(plan.dates.closes, ZoneInfo(self._course_row(person).zone))
                raise declined("terms.closed", closes=closes)
            first, last = plan.dates.opens, plan.dates.closes
            possible = graded.candidates(connection, person.id, [exercise], first, last)[exercise]
            if submission not in [one.id for one in possible]:
                raise declined("homework.not-countable")
            assignments.choose(connection, person.id, id, exercise, submission, now)
            grades.refresh(connection, person.course, person.id, exercise)

        self._store.write(work).result()

    # ---------- inside ----------

    def _course_row(self, person: Person) -> CourseRow:
        with self._store.read() as connection:
            row = assignments.course(connection, person.course)
        if row is None:
            raise UnknownCourse("This person is in no course.")
        return row

    def _all(self, person: Person) -> list[Assignment]:
        with self._store.read() as connection:
            return [parsed(spec) for spec in assignments.specs(connection, person.course)]

    def _find(self, person: Person, id: str) -> Assignment:
        known = self._all(person)
        for one in known:
            if one.id == id:
                return one
        said = f"There are: {', '.join(one.id for one in known)}." if known else "There is none yet."
        raise UnknownAssignment(f"There is no assignment {id!r}. {said}")

    def _require_target(self, actor: Actor, person: Person, given: NewDates) -> None:
        if given.kind == LEARNER:
            self._access.learner(actor, Role.INSTRUCTOR, given.target)
            return
        with self._store.read() as connection:
            sections = {one.section for one in people.of_course(connection, person.course, Role.LEARNER)}
        if given.target not in sections:
            raise declined("homework.no-section", section=given.target[:80])

    def _note_extension(self, connection: Connection, person: Person, row: Extension) -> None:
        """A section's name is no id, so it is left out."""
        dates = {name: value.isoformat() for name in ("opens", "due", "closes") if (value := getattr(row, name))}
        subject = row.target if row.kind == LEARNER else row.assignment
        said = {"assignment": row.assignment, "kind": row.kind, **dates}
        audit.note(connection, person.course, person.id, "extension.given", subject, row.made_at, **said)

    def _refresh(self, connection: Connection, person: Person, kind: str, target: str, id: str) -> None:
        if kind == SECTION:
            grades.refresh_all(connection, person.course, id)
        else:
            grades.refresh(connection, person.course, target, assignment=id)
