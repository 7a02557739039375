"""The token bucket is a pure function of past submissions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from grader.course.homework.assignment import Bucket
from grader.course.homework.bucket import Tokens, tokens

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
THREE = Bucket(size=3, minutes=10)


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def test_untouched_bucket_is_full() -> None:
    assert tokens(THREE, [], NOON) == Tokens(3, 3, None)


def test_each_submission_takes_one_and_the_next_comes_after_its_minutes() -> None:
    assert tokens(THREE, [at(0), at(1), at(2)], at(5)) == Tokens(0, 3, at(10))


def test_token_is_there_at_its_moment_and_not_a_microsecond_before() -> None:
    tick = timedelta(microseconds=1)
    used = [at(0)] * 3
    assert [tokens(THREE, used, at(10) + off).now for off in (-tick, tick * 0)] == [0, 1]


def test_bucket_never_holds_more_than_its_size() -> None:
    assert tokens(THREE, [at(0)], at(600)) == Tokens(3, 3, None)


@given(
    st.integers(1, 5),
    st.sampled_from([0.5, 1.0, 10.0, 0.1]),
    st.lists(st.integers(0, 4000), max_size=12),
    st.integers(0, 4000),
)
def test_what_the_bucket_lets_through_never_exceeds_its_rate(
    size: int, minutes: float, tries: list[int], later: int
) -> None:
    bucket, passed = Bucket(size=size, minutes=minutes), list[datetime]()
    for second in sorted(tries):
        moment = NOON + timedelta(seconds=second)
        if tokens(bucket, passed, moment).now:
            passed.append(moment)
    for i, first in enumerate(passed):
        for n, last in enumerate(passed[i:], 1):
            assert n <= size + (last - first) / timedelta(minutes=minutes)
    end = NOON + timedelta(seconds=max([later, *tries]))
    found = tokens(bucket, passed, end)
    if found.more_at is not None:
        tick = timedelta(microseconds=1)
        assert tokens(bucket, passed, found.more_at).now == found.now + 1
        assert tokens(bucket, passed, found.more_at - tick).now == found.now
