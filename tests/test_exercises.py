"""Every exercise on disk, through the real judge: right answers pass, wrong ones fail, a mistake has the right name.

What has to hold for every draw (the lint, the starter, right answers) stands in `test_exercises_seeds.py`.

`submissions/<exercise>/*.py` are answers in styles of their own. Their first line says what must become of them:
`# passes [points]`, `# named <id> [line]`, `# not named [points] [outcome]`; `# note <id>` may follow.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import torch

from grader.catalog import Catalog, WrongAnswer
from grader.judge import Judge
from grader.judge.results import TELLING
from grader.model import Exercise, Mode, Verdict
from grader.sandbox.pool import Pool
from grader.words import catalogue

torch.set_num_threads(1)  # as the judge program does

ROOT = Path(__file__).parent
COURSE = Catalog.load(ROOT.parent / "exercises")
SEED = 20_240

CODE = [exercise for exercise in COURSE.exercises if exercise.kind.is_code]
WRONG = [(exercise, wrong) for exercise in COURSE.exercises for wrong in COURSE.wrong_answers(exercise.id)]
SUBMISSIONS = sorted(ROOT.glob("submissions/*/*.py"))


@pytest.fixture(scope="module")
def judge(pool: Pool) -> Judge:
    return Judge(ROOT.parent / "exercises", pool)


VERDICTS: dict[str, Verdict] = {}
"""Several tests look at one verdict; each answer is graded once."""


def graded(judge: Judge, exercise: str, answer: object) -> Verdict:
    key = f"{exercise} {answer!r}"
    if key not in VERDICTS:
        VERDICTS[key] = judge.grade(exercise, answer, mode=Mode.SUBMIT, seed=SEED)
    return VERDICTS[key]


def told(verdict: Verdict) -> object:
    """What a failing test shows."""
    return [(check.id, check.outcome.value, check.message) for check in verdict.checks], verdict.message


def words_of(exercise: Exercise, id: str | None) -> object:
    said = exercise.misconceptions.get(id or "")
    return said and (said.headline, said.feedback)


@pytest.mark.parametrize("exercise", COURSE.exercises, ids=lambda e: e.id)
def test_the_model_answer_has_full_marks(judge: Judge, exercise: Exercise) -> None:
    verdict = graded(judge, exercise.id, judge.content(exercise.id).solution)
    assert (verdict.passed, verdict.score) == (True, exercise.points), told(verdict)


@pytest.mark.parametrize(("exercise", "wrong"), WRONG, ids=lambda x: getattr(x, "id", "") or x.misconception.id)
def test_a_catalogued_wrong_answer_fails_and_is_named(judge: Judge, exercise: Exercise, wrong: WrongAnswer) -> None:
    verdict = graded(judge, exercise.id, wrong.source or wrong.answer)
    if wrong.misconception.accepted:
        assert verdict.passed, told(verdict)
    else:
        assert not verdict.passed
        assert words_of(exercise, verdict.misconception) == words_of(exercise, wrong.misconception.id), told(verdict)


@pytest.mark.parametrize("file", SUBMISSIONS, ids=lambda f: f"{f.parent.name}-{f.stem}")
def test_a_submission_in_its_own_style_is_judged_as_it_says(judge: Judge, file: Path) -> None:
    exercise = COURSE.exercise(file.parent.name)
    source = file.read_text("utf-8")
    verdict = graded(judge, exercise.id, source)
    match source.splitlines()[0].removeprefix("# ").split():
        case ["passes", *points]:
            assert (verdict.passed, [str(verdict.score)] if points else []) == (True, points), told(verdict)
        case ["named", id, *line]:
            assert not verdict.passed
            assert words_of(exercise, verdict.misconception) == words_of(exercise, id), told(verdict)
            assert not line or str(verdict.misconception_line) == line[0]
        case ["not", "named", *rest]:
            assert (verdict.passed, verdict.misconception) == (False, None), told(verdict)
            assert [str(verdict.score), verdict.outcome.value][: len(rest)] == rest, told(verdict)
        case other:
            raise AssertionError(f"{file.name} does not say what must become of it: {other}")
    for note in re.findall(r"^# note (.+)$", source, re.M):
        assert note in verdict.notes


@pytest.mark.parametrize("exercise", CODE, ids=lambda e: e.id)
def test_two_unusual_right_answers_are_tried(exercise: Exercise) -> None:
    passing = [f for f in SUBMISSIONS if f.parent.name == exercise.id and f.read_text().startswith("# passes")]
    assert len(passing) >= 2


@pytest.mark.parametrize("exercise", CODE, ids=lambda e: e.id)
def test_every_message_of_a_failed_submission_has_words(judge: Judge, exercise: Exercise) -> None:
    for wrong in COURSE.wrong_answers(exercise.id):
        verdict = graded(judge, exercise.id, wrong.source)
        for check in verdict.checks:
            for message in (check.message, check.case):
                own = message and message.code.removeprefix("exercise.")
                assert message is None or message.code in catalogue() or own in exercise.messages


@pytest.mark.parametrize("exercise", CODE, ids=lambda e: e.id)
def test_hidden_checks_show_no_case_and_no_values(judge: Judge, exercise: Exercise) -> None:
    for wrong in COURSE.wrong_answers(exercise.id):
        for check in graded(judge, exercise.id, wrong.source).checks:
            if check.hidden:
                assert (check.case, check.expected, check.got, check.inputs) == (None, None, None, ())
                args = dict(check.message.args if check.message else {})
                assert args.pop("text", None) in {None, *(f"{text}." for text in TELLING)}
                assert set(args) <= {"type", "line", "limit", "model"}


@pytest.mark.parametrize("exercise", COURSE.exercises, ids=lambda e: e.id)
def test_the_same_seed_gives_the_same_verdict(judge: Judge, exercise: Exercise) -> None:
    answer = exercise.starter or judge.content(exercise.id).solution
    first, again = (judge.grade(exercise.id, answer, mode=Mode.SUBMIT, seed=77) for _ in range(2))
    assert (first.checks, first.misconception, first.curves) == (again.checks, again.misconception, again.curves)
