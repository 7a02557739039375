"""A slip of the pen in a model answer or in a reference is noticed. What is not is listed in mutants.yaml, with the reason."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from mutants import EXERCISES, Mutant, Trial, mutants_of, spread, survive, survivors
from proof import count, record

from grader.catalog import Catalog
from grader.judge import Judge
from grader.model import Exercise, Kind
from grader.sandbox.pool import Pool

COURSE = Catalog.load(EXERCISES)
LISTED = survivors()
WITH_LIST = {exercise for exercise, *_ in LISTED}
NEEDED = 0.95
TALLY: dict[str, tuple[int, int]] = {}
"""Exercise → mutants tried, and killed."""


@pytest.fixture(scope="module")
def judge(pool: Pool) -> Iterator[Judge]:
    yield Judge(EXERCISES, pool)


def tried(mutants: list[Mutant], kind: Kind) -> list[Mutant]:
    """Some of them, or all. Training takes its time."""
    return spread(mutants, count(1 if kind is Kind.TRAINING else 5, len(mutants)))


@pytest.mark.proof
@pytest.mark.timeout(600)
@pytest.mark.parametrize("exercise", COURSE.exercises, ids=lambda e: e.id)
def test_what_survives_is_listed(judge: Judge, pool: Pool, exercise: Exercise) -> None:
    trial = Trial(judge.content(exercise.id), pool)
    chosen = tried(mutants_of(trial.content), exercise.kind)
    left = survive(trial, chosen)
    TALLY[exercise.id] = len(chosen), len(chosen) - len(left)
    assert [mutant.key for mutant in left if mutant.key not in LISTED] == []


@pytest.mark.proof
@pytest.mark.timeout(600)
@pytest.mark.parametrize("exercise", [e for e in COURSE.exercises if e.id in WITH_LIST], ids=lambda e: e.id)
def test_what_is_listed_as_the_same_gives_the_same(judge: Judge, pool: Pool, exercise: Exercise) -> None:
    trial = Trial(judge.content(exercise.id), pool)
    same = [mutant for mutant in mutants_of(trial.content) if mutant.key in LISTED and LISTED[mutant.key].same]
    calls = 4 if exercise.kind is Kind.TRAINING else count(20, 200)
    for mutant in spread(same, count(0 if exercise.kind is Kind.TRAINING else 1, len(same))):
        assert trial.is_same(mutant, calls), mutant.key


def test_list_names_only_mutants_that_exist(judge: Judge) -> None:
    known = {mutant.key for exercise in COURSE.exercises for mutant in mutants_of(judge.content(exercise.id))}
    assert set(LISTED) - known == set()


def test_every_survivor_has_a_reason() -> None:
    assert [survivor.key for survivor in LISTED.values() if len(survivor.why.split()) < 5] == []


@pytest.mark.proof
def test_nearly_all_mutants_are_killed() -> None:
    """The last of this file: it adds up what the others found."""
    assert TALLY, "run the whole file"
    made, killed = (sum(numbers) for numbers in zip(*TALLY.values(), strict=True))
    record("mutants", exercises=len(TALLY), mutants=made, killed=killed, listed=len(LISTED))
    assert killed >= NEEDED * made, f"{killed} of {made}"
