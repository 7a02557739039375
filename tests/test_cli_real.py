"""The main path through the real judge and sandbox: every way a file can be wrong has its outcome and its one clear line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from cli_world import Command, little_course, runner

from grader.cli import main, session
from grader.dispatch import Dispatch

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

HANG = "def corr2d(X, K):\n    while True:\n        pass\n"
RAISE = "def corr2d(X, K):\n    return [1][5]\n"
HUGE = "def corr2d(X, K):\n    return torch.zeros(10 * 1024**3)\n"
HOSTILE = 'print("\\x1b[31m[bold]\\u202e")\ndef corr2d(X, K):\n    raise ValueError("\\x1b[2J[red]\\u2066")\n'


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of its own, with an exercise that `new` has just made."""
    course = little_course(tmp_path_factory.mktemp("course"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOJO_EXERCISES", str(course))
        assert main(["new", "corr2d/double-it"]) == 0
    return course


@pytest.fixture(scope="module")
def shared(course: Path) -> Iterator[Dispatch]:
    dispatch = Dispatch(course)
    dispatch.start()
    yield dispatch
    dispatch.close()


@pytest.fixture
def run(
    shared: Dispatch, course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Command:
    @contextmanager
    def judge(jobs: int | None = None) -> Iterator[Dispatch]:
        yield shared

    monkeypatch.setattr(session, "judge", judge)
    monkeypatch.setenv("DOJO_EXERCISES", str(course))
    monkeypatch.setenv("DOJO_DATA_DIR", str(tmp_path))
    return runner(capsys)


def graded(run: Command, file: Path, *more: str) -> tuple[int, dict[str, Any]]:
    ended = run("grade", "corr2d", file, "--format", "json", "--lang", "en", "--seed", "5", *more)
    return ended.code, json.loads(ended.out)


def test_new_exercise_passes_the_lint(run: Command) -> None:
    ended = run("check", "corr2d/double-it")
    assert (ended.code, ended.out) == (0, "Nothing to mend in double-it.\n")


def test_finding_of_the_lint_exits_1(run: Command, course: Path) -> None:
    stray = course / "corr2d" / "double-it" / "notes.txt"
    stray.write_text("x")
    try:
        ended = run("check", "double-it", "--format", "json")
    finally:
        stray.unlink()
    assert ended.code == 1 and "notes.txt" in json.loads(ended.out)[0]["text"]


def test_model_answer_passes(run: Command, course: Path) -> None:
    code, report = graded(run, course / "corr2d" / "corr2d" / "solution.py")
    assert (code, report["outcome"], report["score"]) == (0, "passed", report["max_score"])


def test_same_seed_gives_the_same_verdict(run: Command, course: Path) -> None:
    reports = [graded(run, course / "corr2d" / "corr2d" / "wrong" / "flipped.py")[1] for _ in range(2)]
    assert reports[0]["checks"] == reports[1]["checks"]


def test_catalogued_mistake_is_named(run: Command, course: Path) -> None:
    code, report = graded(run, course / "corr2d" / "corr2d" / "wrong" / "flipped.py")
    assert (code, report["misconception"], "flipped" in report["feedback"][0]) == (1, "flipped", True)


@pytest.mark.parametrize(
    ("source", "outcome", "said"),
    [
        (HANG, "timeout", "Stopped after"),
        (RAISE, "error", "IndexError on line 2"),
        (HUGE, "memory", "memory"),
        (b"", "error", "no code yet"),
        (b"\x7fELF\x00\xff", "refused", "not a text file"),
        (b"x = 1\n" * 300_000, "refused", "longer than 64 KB"),
        (b"def corr2d(X, K)\n", "error", "line 1"),
        (b"import os\n", "refused", "os works with the computer itself"),
        (b"x = 1\n", "error", "corr2d"),
    ],
    ids=["hang", "raise", "huge", "empty", "binary", "large", "syntax", "import", "no entry"],
)
def test_what_is_wrong_has_its_outcome_and_line(
    run: Command, tmp_path: Path, source: str | bytes, outcome: str, said: str
) -> None:
    file = tmp_path / "answer.py"
    file.write_bytes(source.encode() if isinstance(source, str) else source)
    code, report = graded(run, file)
    told = " ".join([*report["feedback"], *(check["message"] or "" for check in report["checks"])])
    assert (code, report["outcome"], said in told) == (1, outcome, True), told


@pytest.mark.parametrize("answer", ['"b"', "b", "", "[[[", "[" * 3000, '{"a": NaN}', "9" * 5000, "\x1b[31m"])
def test_answer_without_code_never_is_our_fault(run: Command, tmp_path: Path, answer: str) -> None:
    file = tmp_path / "answer.json"
    file.write_text(answer)
    assert run("grade", "edge-transposed", file).code in (0, 1)


@pytest.mark.parametrize("char", ["\x1b", "\u202e", "\u2066"])
def test_hostile_prints_and_exceptions_are_inert(run: Command, tmp_path: Path, char: str) -> None:
    file = tmp_path / "answer.py"
    file.write_text(HOSTILE)
    shown = run("grade", "corr2d", file).out + run("grade", "corr2d", file, "--format", "json").out
    assert "[bold]" in shown and char not in shown


def test_batch_grades_code_and_answers_together(run: Command, course: Path, tmp_path: Path) -> None:
    for id, name in (("corr2d", "solution.py"), ("edge-transposed", "solution.json")):
        (tmp_path / "in" / id).mkdir(parents=True)
        (source,) = course.glob(f"*/{id}/{name}")
        (tmp_path / "in" / id / name).write_bytes(source.read_bytes())
    rows = [json.loads(line) for line in run("batch", tmp_path / "in").out.splitlines()]
    assert [(row["exercise"], row["passed"]) for row in rows] == [("corr2d", True), ("edge-transposed", True)]


def test_check_tells_isolation_that_was_proved(run: Command, course: Path) -> None:
    _, report = graded(run, course / "corr2d" / "corr2d" / "solution.py")
    assert report["isolation"]["tier"] in ("full", "language")
