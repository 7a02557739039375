"""What the use cases need of their neighbours; they are passed in, so that a test hands over fakes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol

from grader.model import CheckResult, Exercise, Json, Mode, Progress, Verdict


class Course(Protocol):
    """The exercises in course order; `grader.catalog.Catalog`."""

    @property
    def exercises(self) -> tuple[Exercise, ...]: ...

    def exercise(self, id: str, /) -> Exercise:
        """Raises `UnknownExercise`."""


class Grader(Protocol):
    """Where an answer gets its verdict; `grader.dispatch.Dispatch`.

    `grade` does not block and may be called from a future's callback; it raises a `DojoError` when it takes nothing. A
    future that ends with an exception, or is cancelled, decided nothing. No `person` keeps another waiting for long.
    """

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
    ) -> Future[Verdict]: ...

    def place(self, future: Future[Verdict], /) -> int:
        """How many go to the judge before this one does, itself counted; 0 when it is there."""
