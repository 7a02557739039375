"""The one rule of being stuck: who is, why, and who is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from grader.course.classroom.stuck import Reason, why
from grader.store.classroom import Live

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
FRESH = Live("p-ada", "corr2d", False, 6, 1, 300, 120, "flipped", 9, NOW, NOW, NOW - timedelta(minutes=2))


def test_learner_who_just_began_is_not_stuck() -> None:
    assert why(FRESH, NOW) is None


def test_five_failures_alike_are_stuck_and_named() -> None:
    assert why(replace(FRESH, same=5), NOW) == Reason("same", 5, 2, "flipped")


def test_fifteen_minutes_without_a_new_check_are_stuck() -> None:
    assert why(replace(FRESH, idle_s=15 * 60), NOW) == Reason("idle", 1, 15, "flipped")


@pytest.mark.parametrize("almost", [{"same": 4}, {"idle_s": 15 * 60 - 1}])
def test_a_little_less_is_not_stuck(almost: dict[str, Any]) -> None:
    assert why(replace(FRESH, **almost), NOW) is None


def test_learner_who_passed_is_not_stuck() -> None:
    assert why(replace(FRESH, same=9, passed=True), NOW) is None


@pytest.mark.parametrize(("minutes", "is_stuck"), [(60, True), (61, False)])
def test_learner_who_went_away_is_not_stuck(minutes: int, is_stuck: bool) -> None:
    gone = replace(FRESH, same=9, last_at=NOW - timedelta(minutes=minutes))
    assert (why(gone, NOW) is not None) == is_stuck
