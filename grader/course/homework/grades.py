"""Grades: what follows from submissions, dates and late policy. Worked out again whenever one of them changes.

The late-day bank is one for all assignments of the course and pays in the order in which they are due. Within one
assignment its days are paid once, not for each exercise.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from grader.course.homework.assignment import Part
from grader.course.homework.dates import Plan, parsed, planned
from grader.course.homework.late import Lateness, lateness, points
from grader.model import Person
from grader.store import Connection, assignments, grades, people
from grader.store.assignments import CourseRow, Extension
from grader.store.grades import Candidate, GradeRow


def after_verdict(connection: Connection, learner: str, exercise: str) -> None:
    """Refresh what a verdict changes: to be called in the transaction that saves it."""
    person = people.find(connection, learner)
    if person is None or not person.course:
        return
    known = assignments.specs(connection, person.course)
    if any(parsed(spec).part(exercise) for spec in known):  # most hand-ins are practice: nothing follows
        refresh(connection, person.course, learner, exercise)


def refresh(
    connection: Connection, course: str, learner: str, exercise: str | None = None, assignment: str | None = None
) -> None:
    """Work out a learner's grades again: all, those of one exercise, or those of one assignment.

    Where that changes what the bank pays, the assignments that are due later follow.
    """
    person = people.find(connection, learner)
    if person is None or person.course != course:
        return
    if rules := _Rules.load(connection, course):
        rules.refresh(connection, person, exercise, assignment)


def refresh_all(connection: Connection, course: str, assignment: str | None = None) -> None:
    """The same for everybody in a course: after an assignment, an extension or the bank has changed."""
    rules = _Rules.load(connection, course)
    if rules is None:
        return
    for id, section in grades.learners_of(connection, course):
        rules.refresh(connection, Person(id, course, section=section), None, assignment)


def rebuild(connection: Connection, course: str) -> int:
    """Work out all grades of a course from nothing → how many there were wrong before."""
    before = _all(connection, course)
    grades.clear(connection, course)
    refresh_all(connection, course)
    after = _all(connection, course)
    return sum(before.get(key) != after.get(key) for key in before.keys() | after.keys())


def _all(connection: Connection, course: str) -> dict[tuple[str, str, str], GradeRow]:
    everybody = [id for id, _ in grades.learners_of(connection, course)]
    return {(id, *key): row for id in everybody for key, row in grades.of_learner(connection, id).items()}


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a course says, read once."""

    course: CourseRow
    specs: list[str]
    extensions: list[Extension]

    @classmethod
    def load(cls, connection: Connection, course: str) -> _Rules | None:
        row = assignments.course(connection, course)
        specs = assignments.specs(connection, course)
        return cls(row, specs, assignments.extensions_of(connection, course)) if row else None

    def refresh(self, connection: Connection, person: Person, exercise: str | None, assignment: str | None) -> None:
        targets = {("learner", person.id), ("section", person.section)}
        given = [one for one in self.extensions if (one.kind, one.target) in targets]
        plans = planned(map(parsed, self.specs), given)
        chosen = assignments.chosen(connection, person.id) if any(_lets_choose(plan) for plan in plans) else {}
        before = grades.of_learner(connection, person.id)
        ledger = _Ledger(connection, self.course, person.id, chosen, before)
        ledger.drop_strangers(plans)
        ledger.go_through(plans, exercise, assignment)
        grades.put(connection, self.course.id, person.id, ledger.changed.values())


def _lets_choose(plan: Plan) -> bool:
    return plan.assignment.counts == "chosen"


@dataclass(slots=True)
class _Ledger:
    """One learner's grades while they are worked out."""

    connection: Connection
    course: CourseRow
    learner: str
    chosen: Mapping[tuple[str, str], int]
    rows: dict[tuple[str, str], GradeRow]
    changed: dict[tuple[str, str], GradeRow] = field(default_factory=dict)
    zone: ZoneInfo = field(init=False)

    def __post_init__(self) -> None:
        self.zone = ZoneInfo(self.course.zone)

    def drop_strangers(self, plans: Collection[Plan]) -> None:
        """Grades of assignments, or of exercises in them, that are no more."""
        known = {(plan.assignment.id, part.exercise) for plan in plans for part in plan.assignment.parts}
        for key in self.rows.keys() - known:
            self._write(*key, None)

    def go_through(self, plans: Collection[Plan], exercise: str | None, assignment: str | None) -> None:
        """In the order in which they are due, because the bank pays in this order. A changed assignment may change it."""
        bank, is_bank_changed = self.course.late_days, assignment is not None
        for plan in plans:
            uses_bank = plan.assignment.late.uses_bank
            paid = self._paid(plan.assignment.id)
            if uses_bank and is_bank_changed:
                parts = plan.assignment.parts
            elif assignment in (None, plan.assignment.id):
                parts = tuple(part for part in plan.assignment.parts if exercise in (None, part.exercise))
            else:
                parts = ()
            self._grade(plan, parts, bank)
            now_paid = self._paid(plan.assignment.id)
            is_bank_changed = is_bank_changed or now_paid != paid
            bank -= now_paid if uses_bank else 0

    def _paid(self, assignment: str) -> int:
        return max((row.days_banked for key, row in self.rows.items() if key[0] == assignment), default=0)

    def _grade(self, plan: Plan, parts: Collection[Part], bank: int) -> None:
        """In one assignment, with this many days in the bank."""
        if not parts:
            return
        exercises, dates = [part.exercise for part in parts], plan.dates
        found = grades.candidates(self.connection, self.learner, exercises, dates.opens, dates.closes)
        for part in parts:
            self._grade_part(plan, part, found[part.exercise], bank)

    def _grade_part(self, plan: Plan, part: Part, found: list[Candidate], bank: int) -> None:
        id, exercise = plan.assignment.id, part.exercise
        counting = counted(plan, part, found, self.chosen.get((id, exercise)), self.zone, bank)
        if counting is None:
            self._write(id, exercise, None)
            return
        one, late = counting
        worth = points(one.score, one.max_score, part.points, late.percent)
        row = GradeRow(
            id,
            exercise,
            one.id,
            one.score,
            one.max_score,
            late.days_late,
            late.days_banked,
            float(late.percent),
            worth,
            len(found),
        )
        self._write(id, exercise, row)

    def _write(self, assignment: str, exercise: str, row: GradeRow | None) -> None:
        key = assignment, exercise
        if row == self.rows.get(key):
            return
        if row is None:
            self.rows.pop(key)
            self.changed.pop(key, None)
            grades.drop(self.connection, self.learner, assignment, exercise)
        else:
            self.rows[key] = self.changed[key] = row


def counted(
    plan: Plan, part: Part, found: list[Candidate], chosen: int | None, zone: ZoneInfo, bank: int
) -> tuple[Candidate, Lateness] | None:
    """Which of the submissions within the dates counts, and what its time means; None where there is none.

    best: most points after the late policy, of equals the earliest. last: the newest. chosen: the newest until the
    learner chooses another.
    """
    if not found:
        return None

    def late(one: Candidate) -> Lateness:
        return lateness(one.at, plan.dates.due, zone, plan.assignment.late, bank)

    if plan.assignment.counts == "best":
        rising = _rising(found)
        return max(((one, late(one)) for one in rising), key=lambda pair: _worth(pair[0], pair[1], part))
    wanted = chosen if plan.assignment.counts == "chosen" else None
    picked = next((one for one in found if one.id == wanted), found[-1])
    return picked, late(picked)


def _rising(found: list[Candidate]) -> list[Candidate]:
    """Those that beat everything before them. Time never makes a submission worth more, so no other can be the best."""
    kept = [found[0]]
    for one in found[1:]:
        if one.score * max(kept[-1].max_score, 1) > kept[-1].score * max(one.max_score, 1):
            kept.append(one)
    return kept


def _worth(one: Candidate, late: Lateness, part: Part) -> tuple[float, int]:
    return points(one.score, one.max_score, part.points, late.percent), -late.days_banked
