"""Luck decides nothing: over many seeds right answers pass, starters fail, and each wrong answer fails under its own name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from proof import count, record

from grader.catalog import Catalog
from grader.judge import Judge
from grader.judge.answers import judge_answer, read
from grader.judge.lint import lint
from grader.model import Exercise, Mode, Outcome
from grader.sandbox.pool import Pool

torch.set_num_threads(1)  # as the judge program does

ROOT = Path(__file__).parent
COURSE = Catalog.load(ROOT.parent / "exercises")
CODE = [exercise for exercise in COURSE.exercises if exercise.kind.is_code]
SEEDS = range(1000, 1000 + count(2, 50))
"""Never one alone: whether a case can tell a wrong answer from a right one may be luck on one draw."""
RIGHT = 2
"""Independent right answers to each exercise."""


@pytest.fixture(scope="module")
def judge(pool: Pool) -> Judge:
    return Judge(ROOT.parent / "exercises", pool)


def right_answers(exercise: Exercise) -> list[tuple[str, str]]:
    """The first answers in other styles that are said to pass: name and source."""
    files = sorted((ROOT / "submissions" / exercise.id).glob("*.py"))
    return [(file.name, text) for file in files if (text := file.read_text("utf-8")).startswith("# passes")][:RIGHT]


@pytest.mark.proof
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("exercise", COURSE.exercises, ids=lambda e: e.id)
def test_model_answer_and_wrong_answers_on_every_seed(judge: Judge, exercise: Exercise) -> None:
    """The author lint does it: full marks for the model answer; each wrong answer fails and has its own feedback."""
    found = [finding.text for finding in lint(judge, exercise.id, seeds=SEEDS)]
    wrong = len(judge.content(exercise.id).wrong)
    record("content.seeds", exercise=exercise.id, seeds=len(SEEDS), wrong=wrong, findings=len(found))
    assert found == []


@pytest.mark.proof
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("exercise", CODE, ids=lambda e: e.id)
def test_independent_right_answers_pass_on_every_seed(judge: Judge, exercise: Exercise) -> None:
    answers = right_answers(exercise)
    lost = [(name, seed) for name, source in answers for seed in SEEDS if not _passes(judge, exercise, source, seed)]
    record("content.right", exercise=exercise.id, seeds=len(SEEDS), answers=len(answers), lost=len(lost))
    assert (len(answers), lost) == (RIGHT, [])


@pytest.mark.proof
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("exercise", CODE, ids=lambda e: e.id)
def test_starter_fails_on_every_seed(judge: Judge, exercise: Exercise) -> None:
    passed = [seed for seed in SEEDS if _passes(judge, exercise, exercise.starter, seed)]
    record("content.starters", exercise=exercise.id, seeds=len(SEEDS), passed=len(passed))
    assert passed == []


def _passes(judge: Judge, exercise: Exercise, source: str, seed: int) -> bool:
    return judge.grade(exercise.id, source, mode=Mode.SUBMIT, seed=seed).passed


@pytest.mark.parametrize("exercise", [e for e in COURSE.exercises if not e.kind.is_code], ids=lambda e: e.id)
def test_model_answer_is_the_answer_and_not_one_that_is_accepted_too(judge: Judge, exercise: Exercise) -> None:
    content = judge.content(exercise.id)
    alone = replace(content, right=replace(content.right, accept=()))
    given = read(exercise, content.solution, content.right.answer)
    assert judge_answer(alone, given).outcome is Outcome.PASSED
