"""A token bucket: how many submissions are possible now, as a pure function of those that were made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from grader.course.homework.assignment import Bucket
from grader.course.homework.late import exact

TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Tokens:
    """How many submissions are possible at once, and when there is one more; None: the bucket is full."""

    now: int
    size: int
    more_at: datetime | None


def tokens(bucket: Bucket, made: Iterable[datetime], now: datetime) -> Tokens:
    """What is in the bucket at `now` after the submissions `made`, oldest first. It was full before the first."""
    span = round(exact(bucket.minutes) * 60_000_000)  # microseconds for one token
    level, since = Fraction(bucket.size), None
    for at in made:
        level = max(_filled(level, since, at, span, bucket.size) - 1, Fraction(0))
        since = at if since is None else max(since, at)
    level = _filled(level, since, now, span, bucket.size)
    if level >= bucket.size:
        return Tokens(bucket.size, bucket.size, None)
    missing = (int(level) + 1 - level) * span
    return Tokens(int(level), bucket.size, now + TICK * -(-missing.numerator // missing.denominator))


def _filled(level: Fraction, since: datetime | None, at: datetime, span: int, size: int) -> Fraction:
    """The level at `at`, which was `level` at `since`."""
    passed = 0 if since is None else max(0, (at - since) // TICK)
    return min(level + Fraction(passed, span), Fraction(size))
