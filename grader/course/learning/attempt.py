"""Attempts: a learner's counted submissions to one exercise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from grader.model import Json, Outcome, Verdict
from grader.store import Submission


@dataclass(frozen=True, slots=True)
class Attempt:
    """One submission and its ordinal. `verdict` None: it is still being checked."""

    id: str
    number: int
    at: datetime
    answer: Json
    verdict: Verdict | None


def attempts_of(history: Iterable[Submission]) -> tuple[Attempt, ...]:
    """Submissions, oldest first → attempts, newest first. One that failed by our fault is none."""
    counted = [one for one in history if one.verdict is None or one.verdict.outcome is not Outcome.INTERNAL]
    numbered = [Attempt(str(one.id), n, one.at, one.answer, one.verdict) for n, one in enumerate(counted, 1)]
    return tuple(reversed(numbered))
