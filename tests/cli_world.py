"""What tests of the commands share: run one in this process, with a judge of a few lines, in a course of its own."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.cli import main, session
from grader.dispatch import Dispatch
from grader.dispatch.local import Patience

FAKE = Path(__file__).parent / "fake_judge.py"
EXERCISES = Path(__file__).parents[1] / "exercises"


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]


@contextmanager
def fake_judge(folder: Path, jobs: int | None = None) -> Iterator[Dispatch]:
    dispatch = Dispatch(
        EXERCISES, slots=jobs or 2, command=(sys.executable, str(FAKE), str(folder)), patience=Patience(offline=0.1)
    )
    dispatch.start()
    try:
        yield dispatch
    finally:
        dispatch.close()


def commands(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path) -> Command:
    """A function that runs a command with the fake judge."""
    monkeypatch.setattr(session, "judge", lambda jobs=None: fake_judge(folder, jobs))
    monkeypatch.setenv("DOJO_DATA_DIR", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setenv("LANG", "C.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES", "DOJO_EXERCISES"):
        monkeypatch.delenv(name, raising=False)
    return runner(capsys)


def runner(capsys: pytest.CaptureFixture[str]) -> Command:
    def run(*arguments: str | Path) -> Ended:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return Ended(code, told.out, told.err)

    return run


def little_course(folder: Path) -> Path:
    """A copy of the course that a test may change."""
    return Path(shutil.copytree(EXERCISES, folder / "exercises", ignore=shutil.ignore_patterns("__pycache__")))
