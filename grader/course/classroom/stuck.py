"""When somebody is stuck, and why: one rule, so that a page can say its reason beside each name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from grader.store.classroom import Live

LIVE = timedelta(minutes=60)
"""Nobody is stuck who handed nothing in for so long: they went away."""
SAME = 5
"""So many attempts in a row that fail in the same way."""
IDLE = timedelta(minutes=15)
"""So much active time in which no further check was won."""
WORKING = timedelta(minutes=5)
"""Typed or handed in so lately."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody is stuck. `same`: `times` attempts failed alike. `idle`: `minutes` of work won no check."""

    code: Literal["same", "idle"]
    times: int
    minutes: int
    misconception: str | None = None
    """The catalogued mistake of the newest attempt."""


def why(one: Live, now: datetime) -> Reason | None:
    """The reason why this learner is stuck in this exercise; None: they are not."""
    if one.passed or now - one.last_at > LIVE:
        return None
    minutes = one.idle_s // 60
    if one.same >= SAME:
        return Reason("same", one.same, minutes, one.misconception)
    if one.idle_s >= IDLE.total_seconds():
        return Reason("idle", one.same, minutes, one.misconception)
    return None
