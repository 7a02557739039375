"""Numbers for a monitor, in Prometheus' words: what was graded, how long it took, and what waits. No names, no ids."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from grader.course.needs import Grader
from grader.model import CheckResult, Json, Mode, Outcome, Progress, Verdict

_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6)


class Metrics:
    """The numbers of this process. Thread-safe."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._verdicts = Counter(
            "dojo_verdicts", "Verdicts of the judge.", ["mode", "outcome"], registry=self._registry
        )
        self._seconds = Histogram(
            "dojo_grading_seconds",
            "From the queue to the verdict.",
            ["mode"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._declined = Counter("dojo_declined", "Answers that the grader did not take.", registry=self._registry)

    def watch(self, name: str, says: str, read: Callable[[], float]) -> None:
        """A number that is read whenever the monitor asks."""
        Gauge(name, says, registry=self._registry).set_function(read)

    def note(self, mode: Mode, outcome: Outcome | None, seconds: float) -> None:
        """One answer has its verdict; None: there will be none."""
        if outcome is None:
            self._declined.inc()
            return
        self._verdicts.labels(mode.value, outcome.value).inc()
        self._seconds.labels(mode.value).observe(seconds)

    def text(self) -> bytes:
        """All numbers in the text format."""
        return generate_latest(self._registry)


class Measured:
    """A grader whose verdicts are counted and timed."""

    def __init__(self, grader: Grader, metrics: Metrics) -> None:
        self._grader, self._metrics = grader, metrics

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
        """As the grader does, and note how it ended."""
        began = time.monotonic()
        try:
            future = self._grader.grade(
                exercise, answer, mode=mode, seed=seed, on_check=on_check, on_progress=on_progress, person=person
            )
        except Exception:
            self._metrics.note(mode, None, 0.0)
            raise
        future.add_done_callback(lambda done: self._metrics.note(mode, _outcome(done), time.monotonic() - began))
        return future

    def place(self, future: Future[Verdict], /) -> int:
        """As the grader says."""
        return self._grader.place(future)


def _outcome(done: Future[Verdict]) -> Outcome | None:
    """How it ended; None for what was cancelled or decided nothing."""
    if done.cancelled() or done.exception() is not None:
        return None
    return done.result().outcome
