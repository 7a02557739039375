"""The late policy against a table and a reference that is written differently; clock changes included."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.course.homework.assignment import LatePolicy
from grader.course.homework.late import lateness, points

BERLIN, NEW_YORK, LORD_HOWE = (ZoneInfo(z) for z in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe"))
ZONES = (BERLIN, NEW_YORK, LORD_HOWE)
TICK = timedelta(microseconds=1)
POLICY = LatePolicy(grace_minutes=15, percent_per_day=10, floor_percent=40, uses_bank=True)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


# Ends of late days, written down by hand: due, then after how many hours each of the days late ends.
TABLE = [
    (BERLIN, "2026-02-10T22:59", (24, 48, 72)),
    (BERLIN, "2026-03-28T22:59", (23, 47, 71)),  # 29 March has 23 hours
    (BERLIN, "2026-10-24T21:59", (25, 49, 73)),  # 25 October has 25
    (BERLIN, "2026-03-28T01:30", (24, 47, 71)),  # 02:30 of 29 March does not exist: read as 03:30
    (BERLIN, "2026-10-24T00:30", (25, 49, 73)),  # 02:30 of 25 October comes twice: the second one
    (NEW_YORK, "2026-03-08T04:59", (23, 47)),
    (NEW_YORK, "2026-11-01T03:59", (25, 49)),
    (LORD_HOWE, "2026-10-03T13:29", (23.5, 47.5)),  # half an hour forward
    (LORD_HOWE, "2026-04-04T12:59", (24.5, 48.5)),  # and back
]


@pytest.mark.parametrize(("zone", "due", "ends"), TABLE)
def test_each_late_day_ends_to_the_microsecond_where_the_table_says(
    zone: ZoneInfo, due: str, ends: tuple[float, ...]
) -> None:
    for day, hours in enumerate(ends, 1):
        end = utc(due) + timedelta(hours=hours)
        found = [lateness(at, utc(due), zone, POLICY, 0).days_late for at in (end - TICK, end, end + TICK)]
        assert found == [day, day, day + 1], (zone, due, day)


@pytest.mark.parametrize(
    ("late", "days", "percent"),
    [(-TICK, 0, 100), (TICK * 0, 0, 100), (timedelta(minutes=15), 0, 100), (timedelta(minutes=15) + TICK, 1, 90)],
)
def test_grace_ends_to_the_microsecond(late: timedelta, days: int, percent: int) -> None:
    due = utc("2026-02-10T22:59")
    found = lateness(due + late, due, BERLIN, POLICY, 0)
    assert (found.days_late, float(found.percent)) == (days, percent)


@pytest.mark.parametrize(("before", "percent"), [(TICK * 0, 110), (TICK, 110), (-TICK, 100)])
def test_bonus_ends_so_many_wall_clock_days_before_due(before: timedelta, percent: int) -> None:
    due, policy = utc("2026-03-30T21:59"), LatePolicy(early_days=2, early_percent=10)
    limit = due - timedelta(hours=47)
    assert lateness(limit - before, due, BERLIN, policy, 0).percent == percent


def reference(at: datetime, due: datetime, zone: ZoneInfo, policy: LatePolicy, bank: int) -> tuple[int, int, Decimal]:
    """The same with wall-clock dates and decimals: count calendar days, then look whether the time of day is past."""

    def wall(moment: datetime) -> datetime:
        return moment.astimezone(zone)

    off = Decimal(0)
    if at <= due:
        limit = wall(due).replace(tzinfo=None, fold=0) - timedelta(days=policy.early_days)
        early = policy.early_days > 0 and _reached(limit, zone) >= at
        return 0, 0, Decimal(100) + (Decimal(str(policy.early_percent)) if early else 0)
    if (at - due).total_seconds() <= policy.grace_minutes * 60:
        return 0, 0, Decimal(100)
    days = (wall(at).date() - wall(due).date()).days
    end = _reached(datetime.combine(wall(due).date() + timedelta(days=days), wall(due).time()), zone)
    late = max(1, days + (at > end))
    banked = 0
    while policy.uses_bank and banked < bank and banked < late:
        banked += 1
    for _ in range(late - banked):
        off += Decimal(str(policy.percent_per_day))
    left = Decimal(100) - off
    floor = Decimal(str(policy.floor_percent))
    return late, banked, left if left > floor else floor


def _reached(wall: datetime, zone: ZoneInfo) -> datetime:
    """When the clocks on the wall have shown this time for the last time."""
    first = wall.replace(tzinfo=UTC) - timedelta(hours=15)
    steps = [first + timedelta(minutes=30 * n) for n in range(60)]
    offsets = {step.astimezone(zone).utcoffset() or timedelta(0) for step in steps}
    return max(wall.replace(tzinfo=UTC) - offset for offset in offsets if _shows(wall, offset, zone, offsets))


def _shows(wall: datetime, offset: timedelta, zone: ZoneInfo, offsets: set[timedelta]) -> bool:
    def real(one: timedelta) -> bool:
        moment = wall.replace(tzinfo=UTC) - one
        return moment.astimezone(zone).utcoffset() == one

    return real(offset) or not any(map(real, offsets))


policies = st.builds(
    LatePolicy,
    grace_minutes=st.integers(0, 1440),
    percent_per_day=st.sampled_from([0.0, 0.1, 10.0, 12.5, 33.3, 100.0]),
    floor_percent=st.sampled_from([0.0, 25.0, 50.1]),
    uses_bank=st.booleans(),
    early_days=st.integers(0, 4),
    early_percent=st.sampled_from([0.0, 5.0, 12.5]),
)
moments = st.one_of(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),
    # around every change of clocks of the three zones
    st.builds(
        lambda day, minutes: utc(day) + timedelta(minutes=minutes),
        st.sampled_from(["2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2026-04-04", "2026-10-03"]),
        st.integers(-60 * 48, 60 * 48),
    ),
)


@given(
    due=moments,
    days=st.integers(-6, 9),
    off=st.one_of(st.sampled_from([-TICK, TICK * 0, TICK]), st.timedeltas(timedelta(hours=-25), timedelta(hours=25))),
    zone=st.sampled_from(ZONES),
    policy=policies,
    bank=st.integers(0, 5),
)
@example(utc("2026-03-29T00:30"), 0, TICK, BERLIN, LatePolicy(percent_per_day=10), 0)
def test_lateness_is_what_the_reference_says(
    due: datetime, days: int, off: timedelta, zone: ZoneInfo, policy: LatePolicy, bank: int
) -> None:
    at = due + timedelta(days=days) + off
    found = lateness(at, due, zone, policy, bank)
    late, banked, percent = reference(at, due, zone, policy, bank)
    assert (found.days_late, found.days_banked, found.percent) == (late, banked, Fraction(percent))


@given(moments, st.sampled_from(ZONES), policies, st.integers(0, 4), st.lists(st.integers(-9000, 20000), min_size=2))
def test_later_never_pays_more(
    due: datetime, zone: ZoneInfo, policy: LatePolicy, bank: int, minutes: list[int]
) -> None:
    found = [lateness(due + timedelta(minutes=m), due, zone, policy, bank).percent for m in sorted(minutes)]
    assert found == sorted(found, reverse=True)


@given(
    st.integers(0, 40),
    st.integers(1, 40),
    st.sampled_from([0.1, 0.3, 1.0, 2.5, 10.0, 33.33]),
    st.sampled_from([0.0, 33.3, 90.0, 100.0, 112.5]),
)
def test_points_are_rounded_to_cents_half_up(score: int, most: int, worth: float, percent: float) -> None:
    # over the common denominator the quotient is exact, so that the only rounding is the last one
    whole = Decimal(score) * Decimal(str(worth)) * Decimal(str(percent))
    cents = (whole / Decimal(most)).quantize(Decimal("1e-20")).quantize(Decimal(1), ROUND_HALF_UP)
    assert points(score, most, worth, Fraction(str(percent))) == float(cents / 100)


def test_a_half_cent_goes_up() -> None:
    assert points(1, 8, 0.1, Fraction(100)) == 0.01
    assert points(1, 4, 0.1, Fraction(100)) == 0.03
