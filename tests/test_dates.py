"""Wall times of a course, extensions, and assignments as files."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from class_world import NOON, homework
from hypothesis import given
from hypothesis import strategies as st
from store_world import FakeCourse

from grader.course.homework.assignment import Assignment
from grader.course.homework.assignment_file import read_assignments, write_assignments
from grader.course.homework.dates import dates_of, moment_of, wall
from grader.errors import Declined
from grader.store.assignments import Extension

BERLIN, LORD_HOWE = ZoneInfo("Europe/Berlin"), ZoneInfo("Australia/Lord_Howe")
SMALL = "id: a\ntitle: A\nopens: 2026-11-20 08:00\ndue: 2026-12-01 23:59\nexercises: {corr2d: 10}\n"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-01 23:59", datetime(2026, 12, 1, 22, 59, tzinfo=UTC)),
        ("2026-07-01T23:59:30", datetime(2026, 7, 1, 21, 59, 30, tzinfo=UTC)),
        ("2026-10-25 02:30", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),  # twice: the second
        ("2026-10-25 02:30+02:00", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    ],
)
def test_wall_time_is_meant_in_the_zone_of_the_course(text: str, moment: datetime) -> None:
    assert moment_of(text, BERLIN) == moment


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2026-03-29 02:30", "does not exist in Europe/Berlin"),
        ("2026-12-01", "is no time"),
        ("tomorrow", "is no time"),
        ("0001-01-01 00:00", "is no time"),
    ],
)
def test_time_that_is_none_is_refused_with_its_remedy(text: str, says: str) -> None:
    with pytest.raises(Declined, match=says):
        moment_of(text, BERLIN)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)), st.sampled_from([BERLIN, LORD_HOWE]))
def test_every_moment_survives_being_written_on_the_wall(naive: datetime, zone: ZoneInfo) -> None:
    moment = naive.replace(tzinfo=UTC)
    assert moment_of(wall(moment, zone), zone) == moment


def extension(kind: Any, **dates: datetime) -> Extension:
    values = {"opens": None, "due": None, "closes": None, **dates}
    return Extension("hw-1", kind, "x", reason="", made_by="p", made_at=NOON, **values)


def test_learner_s_dates_win_over_the_section_s_and_what_is_not_given_stays() -> None:
    day = timedelta(days=1)
    own, section = extension("learner", due=NOON + day), extension("section", due=NOON, closes=NOON + 9 * day)
    found = dates_of(homework(), [own, section])
    assert (found.opens, found.due, found.closes) == (homework().opens, NOON + day, NOON + 9 * day)


def test_extension_past_closing_moves_closing() -> None:
    due = NOON + timedelta(days=5)
    found = dates_of(homework(late={"grace_minutes": 10}), [extension("learner", due=due)])
    assert found.closes == due + timedelta(minutes=10)


def read(text: str) -> list[Assignment]:
    return read_assignments(text, BERLIN, FakeCourse())


def test_assignment_without_closes_closes_when_grace_is_over() -> None:
    (one,) = read(SMALL + "late: {grace_minutes: 15}")
    assert one.closes - one.due == timedelta(minutes=15)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "there is no assignment"),
        ("a: [", "line 1: this is not YAML"),
        ("id: a\nopens: 2026-13-40\n", "does not exist"),
        (SMALL.replace("12-01 23:59", "03-29 02:30"), "a: due: 2026-03-29 02:30 does not exist"),
        (SMALL + "due_date: x", "a: due_date: there is no such field"),
        (SMALL + "closes: 2026-11-30 10:00", "Put the dates into this order"),
        (SMALL + "---\n" + SMALL, "a: this id stands twice"),
        (SMALL.replace("id: a", "id: A b"), "use small letters"),
        (SMALL.replace("{corr2d: 10}", "12"), "a: exercises: write each exercise with its points"),
        (SMALL.replace("due: 2026-12-01 23:59\n", ""), "a: due: this is missing"),
    ],
)
def test_wrong_file_names_the_place_and_the_remedy(text: str, says: str) -> None:
    with pytest.raises(Declined, match=says):
        read(text)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"title": {"en": "Edges: a start", "zh": "边缘"}, "variants": True, "practice": False, "counts": "chosen"},
        {"late": {"percent_per_day": 12.5, "uses_bank": True}, "bucket": {"size": 3, "minutes": 0.5}, "attempts": 7},
        {"due": datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "closes": datetime(2026, 10, 25, 1, 30, 1, 5, tzinfo=UTC)},
    ],
)
def test_file_that_was_written_reads_as_the_same(more: dict[str, Any]) -> None:
    given = [homework(**more), homework("hw-2", hidden_until="closes")]
    assert read(write_assignments(given, BERLIN)) == given


def test_list_of_exercises_takes_their_own_points() -> None:
    (one,) = read(SMALL.replace("{corr2d: 10}", "[corr2d, edges]"))
    assert [(part.exercise, part.points) for part in one.parts] == [("corr2d", 5), ("edges", 5)]
