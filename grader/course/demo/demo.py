"""The synthetic course `demo`: made-up people, real answers with real verdicts, three weeks of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from random import Random
from zoneinfo import ZoneInfo

from grader.catalog import Catalog
from grader.catalog.notes import code_of
from grader.course.access import OPERATOR
from grader.course.demo.demo_people import COURSE, everybody
from grader.course.demo.demo_plan import HOMEWORK, HW1_CLOSES, HW1_DUE, HW1_OPENS, HW2_OPENS, Bank, Plan, Step, plan_of
from grader.course.homework import grades
from grader.course.homework.assignment import Assignment, LatePolicy, Part
from grader.course.learning.grading import GRADER
from grader.course.people.doors import hash_of, new_secret
from grader.errors import ContentError
from grader.model import Exercise, Json, Outcome, Person, Text, Verdict
from grader.store import Connection, Store, assignments, audit, bulk, doors, pack, people
from grader.store.bulk import HandIn, Judged
from grader.store.doors import Link
from grader.store.packing import Packed

ZONE = "Europe/Berlin"
SEED = 7
LINK_DAYS = 7
_WRONG, _WRONG_SLOW, _QUICK_S = 5, 2, 3.0
"""So many wrong answers of an exercise are handed in; fewer where a case may take longer than that."""

_DETAILED = 100_000
"""With more submissions, only the newest one of a learner in an exercise keeps the matrices of its verdict."""

_CHUNK = 20_000
_ASIDES = (
    "",
    "# why does this fail?",
    "# second try",
    "# see page 3 of my notes",
    "# 再试一次",
    "# the shapes are right now",
    "# TO ASK in the lab",
    "# 为什么不对？",
    "# cleaner version",
    "# works for the example",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """An answer that people of the demo hand in; it needs a verdict once."""

    exercise: Exercise
    answer: Json


@dataclass(frozen=True, slots=True)
class Way:
    """How to look at the demo as one of its people."""

    person: Person
    secret: str


def samples_of(catalog: Catalog, solutions: Iterable[tuple[Exercise, Json]], random: Random) -> Iterator[Sample]:
    """Of each exercise the model answer, another right one, and some catalogued mistakes; in the order of the course."""
    model = {exercise.id: answer for exercise, answer in solutions}
    for exercise in catalog.exercises:
        is_slow = exercise.cpu_s > _QUICK_S
        yield Sample(exercise, model[exercise.id])
        for approach in catalog.approaches(exercise.id)[: 0 if is_slow else 1]:
            yield Sample(exercise, approach.source)
        wrong = [one for one in catalog.wrong_answers(exercise.id) if not one.misconception.accepted]
        for one in random.sample(wrong, min(_WRONG_SLOW if is_slow else _WRONG, len(wrong))):
            yield Sample(exercise, code_of(one.source, exercise.id) if exercise.kind.is_code else one.answer)


def banks_of(judged: Sequence[tuple[Sample, Verdict]]) -> list[list[Judged]]:
    """The answers by exercise, wrong ones first. Raises `ContentError` where one kind is missing."""
    banks: dict[str, list[Judged]] = {}
    for sample, verdict in judged:
        if verdict.outcome is not Outcome.INTERNAL:
            one = Judged.of(verdict, _typed(sample.answer, is_code=sample.exercise.kind.is_code))
            banks.setdefault(sample.exercise.id, []).append(one)
    for id, bank in banks.items():
        bank.sort(key=lambda one: bool(one.columns["passed"]))
        if bank[0].columns["passed"] or not bank[-1].columns["passed"]:
            raise ContentError(f"{id}: the demo needs a wrong and a right answer with their verdicts.")
    return list(banks.values())


def _typed(answer: Json, *, is_code: bool) -> tuple[Packed, ...]:
    """The same answer as different people would type it: with an aside of their own below."""
    if not is_code:
        return (pack(answer, "json"),)
    return tuple(pack(f"{answer.rstrip()}\n{aside and aside + chr(10)}", "code") for aside in _ASIDES)


def fill(
    store: Store, banks: list[list[Judged]], learners: int, submissions: int, seed: int, now: datetime
) -> list[Way]:
    """Make the course in an empty data folder → ways in: as its instructor, its assistant, a learner."""
    random = Random(seed)
    instructor, assistant, crowd = everybody(learners, random)
    scores = [Bank(*_scores(bank)) for bank in banks]
    plan = plan_of(learners, submissions, scores, random, clock=_clock(now))
    homework = homework_of([bank[0].exercise for bank in banks], now)
    store.write(lambda connection: _found(connection, [instructor, assistant, *crowd], homework, banks, now)).result()
    _hand_in(store, crowd, plan, banks, now)
    store.rebuild_rollups()
    store.write(lambda connection: grades.refresh_all(connection, COURSE)).result()
    busy = plan.typing[0].who if plan.typing else 0
    return [store.write(partial(_let_in, person=p, at=now)).result() for p in (instructor, assistant, crowd[busy])]


def homework_of(exercises: Sequence[str], now: datetime) -> list[Assignment]:
    """homework-1 closed some days ago; homework-2 is due in some days."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    day = timedelta(days=1)
    late = LatePolicy(grace_minutes=15, percent_per_day=10, floor_percent=50)
    first, second = exercises[:HOMEWORK], exercises[HOMEWORK : 2 * HOMEWORK]
    made = [
        Assignment(
            id="homework-1",
            title=Text("Homework 1", "作业 1"),
            parts=tuple(Part(exercise=id, points=10) for id in first),
            opens=hour + timedelta(seconds=HW1_OPENS),
            due=hour + timedelta(seconds=HW1_DUE),
            closes=hour + timedelta(seconds=HW1_CLOSES),
            late=late,
        )
    ]
    if second:
        made.append(
            Assignment(
                id="homework-2",
                title=Text("Homework 2", "作业 2"),
                parts=tuple(Part(exercise=id, points=10) for id in second),
                opens=hour + timedelta(seconds=HW2_OPENS),
                due=hour + 3 * day,
                closes=hour + 5 * day,
                late=late,
            )
        )
    return made


def _clock(now: datetime) -> float:
    """Seconds since midnight in the zone of the course."""
    local = now.astimezone(ZoneInfo(ZONE))
    return timedelta(hours=local.hour, minutes=local.minute, seconds=local.second).total_seconds()


def _scores(bank: list[Judged]) -> tuple[tuple[int, ...], int]:
    wrong = tuple(one.columns["score"] for one in bank if not one.columns["passed"])
    return wrong, len(bank) - len(wrong)


def _found(
    connection: Connection, cast: list[Person], homework: list[Assignment], banks: list[list[Judged]], now: datetime
) -> None:
    since = now - timedelta(days=22)
    people.add_course(connection, COURSE, "Demo course", ZONE, since)
    for person in cast:
        people.add(connection, person, since)
    for one in homework:
        assignments.save(connection, COURSE, one.id, (one.opens, one.due, one.closes), one.model_dump_json())
    bulk.add_codes(connection, {p.sha256: p for bank in banks for one in bank for p in one.answers}.values())


def _hand_in(store: Store, crowd: list[Person], plan: Plan, banks: list[list[Judged]], now: datetime) -> None:
    newest: dict[tuple[int, int], Step] = {(step.who, step.exercise): step for step in plan.steps}
    is_much = len(plan.steps) > _DETAILED

    def row(step: Step) -> HandIn:
        is_short = is_much and newest[step.who, step.exercise] is not step
        at = now + timedelta(seconds=round(step.at, 3))
        return HandIn(crowd[step.who].id, at, banks[step.exercise][step.answer], step.turn, is_short)

    for first in range(0, len(plan.steps), _CHUNK):
        rows = [row(step) for step in plan.steps[first : first + _CHUNK]]
        store.write(partial(bulk.add_hand_ins, first=first + 1, rows=rows, grader=GRADER)).result()
    newest |= {(step.who, step.exercise): step for step in plan.typing}
    drafts = [row(step) for step in newest.values()]
    store.write(lambda connection: bulk.add_drafts(connection, drafts)).result()


def _let_in(connection: Connection, person: Person, at: datetime) -> Way:
    """A link that opens again and again, which links for staff never do where people are real."""
    secret, ends = new_secret(), at + timedelta(days=LINK_DAYS)
    link = Link(hash_of(secret), COURSE, person.role, person.section, person.id, OPERATOR, at, ends, None)
    doors.add_link(connection, link)
    audit.note(connection, COURSE, OPERATOR, "link.made", person.id, at, role=person.role.value)
    return Way(person, secret)
