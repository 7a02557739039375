"""Dates of a course in words: on the clocks of the course, and how far from now."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from ui.parts.speak import lang, t

_DAYS = {"en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), "zh": tuple("一二三四五六日")}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def now() -> datetime:
    """This moment; tests put another in its place."""
    return datetime.now(UTC)


def date(moment: datetime, zone: ZoneInfo) -> str:
    """Tue 1 Dec 2026, 23:59; on the clocks of the course."""
    here = moment.astimezone(zone)
    clock, day = f"{here:%H:%M}", _DAYS[lang()][here.weekday()]
    if lang() == "zh":
        return f"{here.year} 年 {here.month} 月 {here.day} 日（周{day}）{clock}"
    return f"{day} {here.day} {_MONTHS[here.month - 1]} {here.year}, {clock}"


def relative(moment: datetime) -> str:
    """In 3 days, 20 minutes ago: rounded down, so that nothing is promised too long."""
    left = moment - now()
    way = "in" if left >= timedelta(0) else "ago"
    seconds = abs(left.total_seconds())
    for unit, size in (("days", 86400), ("hours", 3600), ("minutes", 60)):
        if seconds >= (2 * size if unit != "minutes" else size):
            return t(f"homework.{way}.{unit}", n=int(seconds // size))
    return t(f"homework.{way}.now")


def points(number: float) -> str:
    """12.5, 10: as few digits as it needs."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
