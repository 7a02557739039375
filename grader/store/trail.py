"""What follows from one learner's attempts at one exercise: a pure fold, so that a rebuild cannot differ from a refresh."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from grader.store.signature import PASSED

PAUSE = timedelta(minutes=5)
"""Nobody is known to work for longer than this between two attempts."""

FIRST = timedelta(seconds=60)
"""What the first attempt counts as work: when it was begun is not known."""


class Attempt(NamedTuple):
    """A graded submission with the verdict in force. A tuple: dozens are made in the transaction of each verdict."""

    submission: int
    at: datetime
    score: int
    passed: bool
    misconception: str | None
    signature: str


@dataclass(slots=True)
class Mistake:
    """One way to fail, and how often it happened."""

    misconception: str | None
    times: int
    first_at: datetime
    last_at: datetime
    last_submission: int


@dataclass(slots=True)
class Trail:
    """Attempts in the order in which they were handed in, summed up."""

    best: int = 0
    attempts: int = 0
    last: Attempt | None = None
    first_at: datetime | None = None
    passed_at: datetime | None = None
    passed_attempt: int | None = None
    same: int = 0
    better_at: datetime | None = None
    active: timedelta = FIRST
    idle: timedelta = timedelta()
    mistakes: dict[str, Mistake] = field(default_factory=dict)

    def take(self, attempt: Attempt) -> None:
        """One attempt more, the newest."""
        self.attempts += 1
        self._work(attempt)
        if self.last is None:
            self.first_at = attempt.at
        if self.last is None or attempt.score > self.best:
            self.best, self.better_at, self.idle = attempt.score, attempt.at, timedelta()
        if attempt.passed:
            self.same = 0
            if self.passed_attempt is None:
                self.passed_at, self.passed_attempt = attempt.at, self.attempts
        else:
            is_same = self.last is not None and self.last.signature == attempt.signature
            self.same = self.same + 1 if is_same else 1
            self._fail(attempt)
        self.last = attempt

    def _work(self, attempt: Attempt) -> None:
        if self.last is None or self.passed_attempt is not None:
            return
        gap = min(max(attempt.at - self.last.at, timedelta()), PAUSE)
        self.active += gap
        self.idle += gap

    def _fail(self, attempt: Attempt) -> None:
        known = self.mistakes.get(attempt.signature)
        if known is None:
            said = attempt.misconception
            self.mistakes[attempt.signature] = Mistake(said, 1, attempt.at, attempt.at, attempt.submission)
        else:
            known.times += 1
            known.misconception, known.last_at = attempt.misconception, attempt.at
            known.last_submission = attempt.submission

    def progress_row(self) -> dict[str, Any]:
        """The columns of `progress`, without the learner and the exercise."""
        assert self.last is not None, "a trail without attempts has no row"
        return {
            "best": self.best,
            "passed": self.passed_attempt is not None,
            "attempts": self.attempts,
            "last_submission": self.last.submission,
            "last_misconception": self.last.misconception,
            "last_at": self.last.at,
            "passed_at": self.passed_at,
            "first_at": self.first_at,
            "passed_attempt": self.passed_attempt,
            "last_signature": PASSED if self.last.passed else self.last.signature,
            "same": self.same,
            "better_at": self.better_at,
            "active_s": int(self.active.total_seconds()),
            "idle_s": int(self.idle.total_seconds()),
        }

    def mistake_rows(self) -> list[dict[str, Any]]:
        """The columns of `mistakes`, without the learner and the exercise."""
        return [
            {
                "signature": signature,
                "misconception": one.misconception,
                "times": one.times,
                "first_at": one.first_at,
                "last_at": one.last_at,
                "last_submission": one.last_submission,
            }
            for signature, one in sorted(self.mistakes.items())
        ]


def trail_of(attempts: list[Attempt]) -> Trail:
    """Attempts, oldest first, summed up."""
    trail = Trail()
    for attempt in attempts:
        trail.take(attempt)
    return trail
