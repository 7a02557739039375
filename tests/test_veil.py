"""Until the moment an assignment names, nothing that a learner can reach tells what hidden checks found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from class_world import ADA, BEN, INES, NOON, a_course, homework
from store_world import check, verdict
from test_terms import World

from grader.course.homework.homework import NewDates
from grader.course.learning.veil import CODE, veiled
from grader.model import Curve, Message, Mode, Outcome, Verdict
from grader.store import people


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    store = a_course(tmp_path)
    made = World(store, tmp_path)
    made.set(hidden_until="due")
    yield made
    store.close()


def told(passed: bool) -> Verdict:
    """The visible check passes; the hidden one as said, and everything that could give it away."""
    checks = (replace(check("example", True), points=2), replace(check("random", passed, True), points=3 * passed))
    return replace(
        verdict(5 if passed else 2, checks=checks),
        misconception=None if passed else "flipped",
        misconception_line=None if passed else 3,
        notes=("neat",) if passed else (),
        curves={"loss": Curve((1.0, 0.1 if passed else 0.9))},
        timings_ms={"total": 10.0 if passed else 2000.0},
    )


def seen(world: World, who: Any = ADA) -> dict[str, Any]:
    """Everything that the use cases tell a learner; ids and times of day aside."""
    learning, id = world.learning, world.learning.state(who.id, "corr2d").last_submission
    everything = {name: rows for name, rows in learning.export(who.id).items() if name != "person"}
    for row in [*everything["submissions"], *everything["progress"], *everything["drafts"]]:
        for name in ("id", "at", "seed", "last_submission"):
            row.pop(name, None)
    return {
        "state": replace(learning.state(who.id, "corr2d"), last_submission=None),
        "job": learning.job(str(id), who.id),
        "attempts": [(one.number, one.verdict) for one in learning.attempts(who.id, "corr2d")],
        "stumble": learning.stumble(who.id, "corr2d"),
        "overview": learning.overview(who.id),
        "export": json.dumps(everything, sort_keys=True).replace(who.id, "me"),
        "mine": [[replace(part, submission=None) for part in one.parts] for one in world.homework.mine(who.id)],
    }


def test_nothing_tells_a_right_answer_from_a_wrong_one_while_hidden(world: World) -> None:
    """One learner's hidden checks pass, the other's fail: all they can see is the same."""
    for who, passed in ((ADA, True), (BEN, False)):
        world.graded(told(passed), who)
    ada, ben = seen(world, ADA), seen(world, BEN)
    assert {name: ada[name] == ben[name] for name in ada} == dict.fromkeys(ada, True)


def test_everything_is_told_from_the_moment_on(world: World) -> None:
    id = world.graded(5)
    world.now = NOON
    state = world.learning.state(ADA.id, "corr2d")
    assert (state.passed, state.best, state.hidden_until) == (True, 5, None)
    assert world.learning.overview(ADA.id).solved == 1 and world.homework.mine(ADA.id)[0].points == 10
    job = world.learning.job(id, ADA.id)
    assert job.verdict is not None and len(job.verdict.checks) == 2


def test_checks_that_come_in_while_it_runs_are_the_visible_ones(world: World) -> None:
    id = world.submit()
    hear = world.grader.asked[-1].on_check
    assert hear is not None
    hear(check("example", True))
    hear(check("random", False, hidden=True))
    state = world.learning.job(id, ADA.id)
    assert ([one.id for one in state.checks], state.done) == (["example"], 1)


def test_until_is_told_in_the_zone_of_the_course(world: World) -> None:
    assert world.learning.state(ADA.id, "corr2d").hidden_until == "2026-03-02 13:00 (Europe/Berlin)"


def test_own_extension_moves_the_moment(world: World) -> None:
    world.homework.extend(INES.id, "hw-1", NewDates("learner", ADA.id, due=NOON + timedelta(days=1)))
    world.now = NOON + timedelta(hours=1)
    hidden = [world.learning.state(who.id, "corr2d").hidden_until is not None for who in (ADA, BEN)]
    assert hidden == [True, False]


def test_other_assignment_with_the_same_exercise_tells_nothing_either(world: World) -> None:
    world.homework.save(INES.id, homework("hw-2", due=NOON + timedelta(days=1)))
    world.graded(5)
    shown = [(mine.assignment.id, mine.parts[0].state, mine.parts[0].points) for mine in world.homework.mine(ADA.id)]
    assert shown == [("hw-1", "kept", None), ("hw-2", "kept", None)]


def test_bank_tells_nothing_of_a_late_answer_either(world: World) -> None:
    """It pays for what is worth most: one day less would say that the late answer was the better one."""
    world.store.write(lambda c: people.add_course(c, ADA.course, "Autumn", "Europe/Berlin", NOON, late_days=3)).result()
    world.set(hidden_until="closes", late={"percent_per_day": 10, "uses_bank": True})
    for who, is_better in ((ADA, True), (BEN, False)):
        world.now = NOON - timedelta(hours=1)
        world.graded(told(False), who)
        world.now = NOON + timedelta(hours=5)
        world.graded(told(is_better), who)
    assert [world.homework.mine(who.id)[0].bank_left for who in (ADA, BEN)] == [None, None]
    world.move(days=4)
    assert [world.homework.mine(who.id)[0].bank_left for who in (ADA, BEN)] == [2, 3]


def test_run_shows_what_it_always_shows(world: World) -> None:
    id = world.learning.run(ADA.id, "corr2d", "x")
    world.grader.asked[-1].future.set_result(replace(told(False), mode=Mode.RUN))
    found = world.learning.job(id, ADA.id).verdict
    assert found is not None and found.message is None


@pytest.mark.parametrize("outcome", [Outcome.ERROR, Outcome.REFUSED, Outcome.INTERNAL])
def test_answer_that_could_not_be_run_is_told_at_once(outcome: Outcome) -> None:
    one = replace(verdict(0), outcome=outcome, message=Message("load.syntax"), line=2)
    assert veiled(one, "later") == one


def test_visible_check_that_fails_is_told() -> None:
    found = veiled(verdict(0), "later")
    assert (found.outcome, found.message) == (Outcome.FAILED, Message(CODE, {"until": "later"}))
