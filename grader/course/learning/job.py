"""Jobs: what is on its way to a verdict, and runs that have one. In memory only; submissions live in the store."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Literal

from grader.model import CheckResult, Json, Mode, Progress, Verdict

KEPT_RUNS = 200
"""Finished runs that are remembered, over all learners."""

KEPT_LOSSES = 400
"""Points of a growing curve."""


@dataclass(frozen=True, slots=True)
class JobState:
    """How far a run or a submission is.

    `done` of `of` checks are decided; `place` is how many go to the judge first, itself counted. `done` without a
    verdict: there is nothing to show, because a newer run took its place or the program was started anew.
    """

    status: Literal["queued", "checking", "done"]
    mode: Mode
    done: int = 0
    of: int = 0
    checks: tuple[CheckResult, ...] = ()
    verdict: Verdict | None = None
    place: int = 0
    progress: Progress | None = None
    """How far the training run is that goes on now; numbers of a cell, only to be shown."""
    losses: tuple[float, ...] = ()
    """Its losses so far."""


@dataclass(eq=False, slots=True)
class Job:
    """One run or one submission while it is graded."""

    id: str
    learner: str
    exercise: str
    answer: Json
    mode: Mode
    seed: int
    of: int
    tries: int = 0
    future: Future[Verdict] | None = None
    verdict: Verdict | None = None
    is_stale: bool = False
    """A run that something newer has taken the place of."""
    _checks: dict[str, CheckResult] = field(default_factory=dict)

    progress: Progress | None = None
    _losses: list[float] = field(default_factory=list)

    def hear(self, check: CheckResult) -> None:
        """A check is decided; the same one may come again when a judge died halfway."""
        self._checks[check.id] = check
        self._forget_progress()

    def advance(self, progress: Progress) -> None:
        """A training run is this far; one that is back at the start is another."""
        if self.progress and progress.done < self.progress.done:
            self._forget_progress()
        self.progress = progress
        if progress.value is not None and len(self._losses) < KEPT_LOSSES:
            self._losses.append(progress.value)

    def _forget_progress(self) -> None:
        self.progress, self._losses = None, []

    @property
    def losses(self) -> tuple[float, ...]:
        """What the training run that goes on has told of its loss."""
        return tuple(self._losses)

    def begin_again(self) -> None:
        """Forget what an earlier try said."""
        self._checks = {}
        self._forget_progress()

    @property
    def checks(self) -> tuple[CheckResult, ...]:
        """The checks decided so far; a run tells of the visible ones only."""
        heard = list(self._checks.values())
        return tuple(check for check in heard if self.mode is Mode.SUBMIT or not check.hidden)


class Jobs:
    """All jobs by id, thread-safe. Finished runs are kept until something newer comes, and not without end."""

    def __init__(self, kept_runs: int = KEPT_RUNS) -> None:
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}
        self._kept_runs = kept_runs

    def add(self, job: Job) -> bool:
        """Know a job; false when its id is known: it is on its way already."""
        with self._lock:
            if job.id in self._jobs:
                return False
            self._jobs[job.id] = job
            return True

    def find(self, id: str) -> Job | None:
        """The job with this id."""
        with self._lock:
            return self._jobs.get(id)

    def drop(self, job: Job) -> None:
        """Forget a job."""
        with self._lock:
            self._jobs.pop(job.id, None)

    def open_of(self, learner: str) -> list[Job]:
        """A learner's jobs without a verdict, oldest first."""
        with self._lock:
            return [job for job in self._jobs.values() if job.learner == learner and job.verdict is None]

    def runs_of(self, learner: str, exercise: str) -> list[Job]:
        """A learner's runs in an exercise, oldest first, finished or not."""
        with self._lock:
            mine = [j for j in self._jobs.values() if (j.learner, j.exercise) == (learner, exercise)]
            return [job for job in mine if job.mode is Mode.RUN]

    def set_aside(self, run: Job) -> None:
        """Something newer came: forget a finished run; one that is being checked is told only to whoever knows its id."""
        with self._lock:
            run.is_stale = True
            if run.verdict is not None:
                self._jobs.pop(run.id, None)

    def finish_run(self, job: Job, verdict: Verdict) -> None:
        """Keep a run's verdict for whoever polls it; forget the oldest finished runs over the limit."""
        with self._lock:
            job.verdict = verdict
            finished = [known for known in self._jobs.values() if known.verdict is not None]
            for old in finished[: max(0, len(finished) - self._kept_runs)]:
                del self._jobs[old.id]
