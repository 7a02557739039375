"""Handing in under the terms of an assignment: before, within and after its dates, and every limit."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from class_world import ADA, BEN, INES, NOON, a_course, homework
from store_world import CODE, FakeCourse, FakeGrader, handed_in, internal, until, verdict

from grader.course import Learning
from grader.course.homework.homework import Homework, NewDates
from grader.course.homework.terms import FREE, Terms
from grader.course.learning.variants import FILE, Variants
from grader.errors import Declined, StoreError
from grader.model import Mode, Person, Verdict
from grader.store import Store
from grader.store import grades as rows


@dataclass
class World:
    """A course whose clock a test moves."""

    store: Store
    folder: Path
    grader: FakeGrader = field(default_factory=FakeGrader)
    now: datetime = NOON - timedelta(hours=1)

    def __post_init__(self) -> None:
        variants = Variants(self.folder)
        self.learning = Learning(FakeCourse(), self.store, self.grader, clock=lambda: self.now, variants=variants)
        self.homework = Homework(FakeCourse(), self.store, clock=lambda: self.now)
        self.presses = 0

    def set(self, **more: Any) -> None:
        self.homework.save(INES.id, homework(**more))

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)

    def submit(self, who: Person = ADA, exercise: str = "corr2d", key: str = "") -> str:
        self.presses += 1
        return self.learning.submit(who.id, exercise, CODE, key or f"press-{self.presses}")

    def graded(self, score: int | Verdict, who: Person = ADA) -> str:
        """Hand in, and let the grader answer."""
        id = self.submit(who)
        self.grader.asked[-1].future.set_result(verdict(score) if isinstance(score, int) else score)
        assert until(lambda: self.learning.job(id, who.id).status == "done")
        return id

    def terms(self, who: Person = ADA, exercise: str = "corr2d") -> Terms:
        return self.learning.terms(who.id, exercise)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    store = a_course(tmp_path)
    yield World(store, tmp_path)
    store.close()


def test_exercise_of_no_assignment_is_open_practice(world: World) -> None:
    world.set()
    assert world.terms(exercise="kernel") == FREE and world.submit(exercise="kernel")


def test_staff_has_no_terms(world: World) -> None:
    world.set(attempts=1)
    assert world.terms(who=INES) == FREE


def test_before_opening_nothing_can_be_handed_in_and_the_date_is_told(world: World) -> None:
    world.set()
    world.now = NOON - timedelta(days=7, seconds=1)
    with pytest.raises(Declined, match=r"opens on 2026-02-23 13:00 \(Europe/Berlin\)"):
        world.submit()


def test_after_closing_it_is_practice(world: World) -> None:
    world.set(attempts=1)
    world.now = NOON + timedelta(days=3)
    world.submit()
    world.move(microseconds=1)
    assert world.submit() and world.terms().is_practice


def test_after_closing_nothing_can_be_handed_in_where_there_is_no_practice(world: World) -> None:
    world.set(practice=False)
    world.now = NOON + timedelta(days=3, microseconds=1)
    with pytest.raises(Declined, match=r"closed on 2026-03-05 13:00"):
        world.submit()


def test_extension_opens_it_again(world: World) -> None:
    world.set(practice=False)
    world.now = NOON + timedelta(days=4)
    world.homework.extend(INES.id, "hw-1", NewDates("learner", ADA.id, due=NOON + timedelta(days=5)))
    assert world.submit() and world.terms().phase == "open" and world.terms(who=BEN).phase == "closed"


def test_attempts_used_up_are_refused_and_were_shown_before(world: World) -> None:
    world.set(attempts=2)
    left = [world.terms().attempts_left]
    for _ in range(2):
        world.graded(1)
        left.append(world.terms().attempts_left)
    with pytest.raises(Declined, match="All 2 attempts are used up"):
        world.submit()
    assert left == [2, 1, 0]


def test_fault_of_ours_gives_the_attempt_back(world: World) -> None:
    world.set(attempts=1)
    world.submit()
    for _ in range(2):  # an internal verdict is tried twice before it is believed
        until(lambda: world.grader.asked and not world.grader.asked[-1].future.done())
        world.grader.asked[-1].future.set_result(internal())
    assert until(lambda: world.terms().attempts_left == 1)


def test_same_press_is_the_same_submission_even_when_nothing_is_left(world: World) -> None:
    world.set(attempts=1)
    assert world.submit(key="one") == world.submit(key="one")


def test_of_two_clicks_at_once_one_passes(world: World) -> None:
    """Both see a token before; what counts is the transaction."""
    world.set(bucket={"size": 1, "minutes": 10})
    add = world.learning._add
    both = [handed_in(ADA.id, minutes=23 * 60) for _ in range(2)]
    first = world.store.write(lambda c: add(c, both[0]))
    second = world.store.write(lambda c: add(c, both[1]))
    assert first.result() and isinstance(second.exception(), Declined)


def test_token_bucket_says_when_the_next_submission_is_possible(world: World) -> None:
    world.set(bucket={"size": 2, "minutes": 10})
    world.graded(1)
    world.graded(1)
    with pytest.raises(Declined, match=r"possible at 2026-03-02 12:10"):
        world.submit()
    world.move(minutes=10)
    assert world.submit()


def test_submission_of_the_last_instant_counts_though_graded_later(world: World) -> None:
    world.set(closes=NOON)
    world.now = NOON - timedelta(milliseconds=100)
    world.submit()
    world.move(hours=5)
    world.grader.asked[-1].future.set_result(verdict(5))

    def points() -> float:
        with world.store.read() as connection:
            found = rows.of_learner(connection, ADA.id).get(("hw-1", "corr2d"))
        return found.points if found else 0.0

    assert until(lambda: points() == 10.0)


def test_terms_say_what_handing_in_now_costs(world: World) -> None:
    world.set(late={"percent_per_day": 10})
    world.now = NOON + timedelta(hours=1)
    late = world.terms().late
    assert late and late.days_late == 1 and late.costs == 10


def test_model_answers_stay_closed_until_the_assignment_is(world: World) -> None:
    world.set()
    seen = [world.terms().may_see_solution]
    world.now = NOON + timedelta(days=3, microseconds=1)
    seen.append(world.terms().may_see_solution)
    assert (*seen, world.terms(exercise="kernel").may_see_solution) == (False, True, True)


# ---------- inputs of one's own ----------


def seeds(world: World, *who: Person) -> list[int]:
    for one in who:
        world.graded(1, who=one)
    return [asked.seed for asked in world.grader.asked if asked.mode is Mode.SUBMIT]


def test_variants_give_each_learner_the_same_inputs_at_every_attempt(world: World) -> None:
    world.set(variants=True)
    first, second, other = seeds(world, ADA, ADA, BEN)
    assert first == second != other


def test_without_variants_inputs_are_fresh(world: World) -> None:
    world.set()
    first, second = seeds(world, ADA, ADA)
    assert first != second


def test_secret_of_variants_is_kept_for_its_owner_alone_and_decides(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    one, other = Variants(tmp_path).seed("p", "x"), Variants(tmp_path / "b").seed("p", "x")
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert one == Variants(tmp_path).seed("p", "x") != other and 0 <= one < 2**31


def test_damaged_secret_is_said_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"short")
    with pytest.raises(StoreError, match="is damaged"):
        Variants(tmp_path).seed("p", "x")
