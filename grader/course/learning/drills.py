"""What is worth doing again: exercises that did not work at the first try, some days after they were solved.

The pause doubles with every return (3 days, 6 more, 12 more …), which is how memory wants to be asked. Nothing new is
kept for it: how far apart the first pass and the newest attempt lie says which return comes next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from grader.model import Exercise
from grader.store import Progress

FIRST_PAUSE = timedelta(days=3)
AFTER_A_MISS = timedelta(days=1)
"""When the newest attempt went wrong again."""
MOST = 3
NEVER = datetime.max.replace(tzinfo=UTC)


def drills_of(exercises: Sequence[Exercise], progress: Mapping[str, Progress], now: datetime) -> tuple[str, ...]:
    """Ids of exercises to do again, the one that waits longest first; at most `MOST`, and one of a concept."""
    waiting = sorted((due, one.id, one.concept) for one in exercises if (due := due_at(progress.get(one.id))) <= now)
    of_concept: dict[str, str] = {}
    for _, id, concept in waiting:
        of_concept.setdefault(concept, id)
    return tuple(of_concept.values())[:MOST]


def due_at(at: Progress | None) -> datetime:
    """When an exercise is to be done again; `NEVER` for one that worked at once, or does not work yet."""
    if at is None or not at.passed or at.attempts < 2 or at.last_at is None or at.passed_at is None:
        return NEVER
    if at.last_misconception is not None:
        return at.last_at + AFTER_A_MISS
    return at.last_at + max(FIRST_PAUSE, at.last_at - at.passed_at)
