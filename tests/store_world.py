"""A little world for tests of the store and the use cases: one exercise, verdicts, and a grader that a test answers for."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from grader.errors import UnknownExercise
from grader.model import CheckFacts, CheckResult, Exercise, Json, Kind, Mode, Outcome, Progress, Text, Verdict
from grader.store import NewSubmission, pack

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CODE = "def corr2d(X, K):\n    return X  # 卷积\n"
_numbers = itertools.count(1)


def until(happened: Callable[[], object]) -> bool:
    """Wait for what another thread does, at most thirty seconds; false when it did not happen."""
    deadline = time.monotonic() + 30
    while not (done := bool(happened())) and time.monotonic() < deadline:
        time.sleep(0.002)
    return done


def at(minutes: float) -> datetime:
    """That many minutes after noon."""
    return NOON + timedelta(minutes=minutes)


def handed_in(learner: str = "you", exercise: str = "corr2d", minutes: float = 0, **more: Any) -> NewSubmission:
    """A submission with a key of its own."""
    values = {"version": "v1", "key": f"key-{next(_numbers)}", "answer": pack(CODE, "code"), "seed": 7, **more}
    return NewSubmission(learner=learner, exercise=exercise, at=at(minutes), **values)


def verdict(score: int = 3, *, exercise: str = "corr2d", mode: Mode = Mode.SUBMIT, **more: Any) -> Verdict:
    """A verdict of some points out of five; five pass."""
    values: dict[str, Any] = {
        "outcome": Outcome.PASSED if score == 5 else Outcome.FAILED,
        "checks": (check("example", score >= 2), check("random", score == 5, hidden=True)),
        **more,
    }
    return Verdict(
        exercise=exercise, version="v1", mode=mode, passed=score == 5, score=score, max_score=5, seed=7, **values
    )


def internal() -> Verdict:
    """A verdict that is our fault."""
    return verdict(0, outcome=Outcome.INTERNAL, checks=())


def check(id: str, passed: bool, hidden: bool = False) -> CheckResult:
    """One check after grading."""
    return CheckResult(id, Outcome.PASSED if passed else Outcome.FAILED, 0, 2, hidden, True)


def exercise(id: str = "corr2d", kind: Kind = Kind.FUNCTION) -> Exercise:
    """An exercise of five points, a visible and a hidden check, and two hints."""
    word = Text(id, id)
    facts = (CheckFacts("example", word, 2), CheckFacts("random", word, 3, hidden=True))
    return Exercise(id, "corr2d", kind, word, word, word, (word, word), word, facts, entry="corr2d", version="v1")


class FakeCourse:
    """Three exercises of code and one without, in this order."""

    exercises = (exercise(), exercise("edges"), exercise("choice", Kind.MCQ), exercise("kernel"))

    def exercise(self, id: str, /) -> Exercise:
        """Raises `UnknownExercise`."""
        for one in self.exercises:
            if one.id == id:
                return one
        raise UnknownExercise(id)


@dataclass
class Asked:
    """One request to the grader, which a test answers through its future."""

    exercise: str
    answer: Json
    mode: Mode
    seed: int
    on_check: Callable[[CheckResult], None] | None
    person: str | None = None
    on_progress: Callable[[Progress], None] | None = None
    future: Future[Verdict] = field(default_factory=Future)


class FakeGrader:
    """Keeps what it is asked; `always` answers at once."""

    def __init__(self, always: Verdict | None = None) -> None:
        self.asked: list[Asked] = []
        self.always = always
        self.waiting = 0

    def grade(
        self,
        exercise: str,
        answer: Json,
        /,
        *,
        mode: Mode,
        seed: int,
        on_check: Callable[[CheckResult], None] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        person: str | None = None,
    ) -> Future[Verdict]:
        """Remember the request."""
        one = Asked(exercise, answer, mode, seed, on_check, person, on_progress=on_progress)
        self.asked.append(one)
        if self.always:
            one.future.set_result(self.always)
        return one.future

    def place(self, future: Future[Verdict], /) -> int:
        """As many as the test says."""
        return self.waiting
