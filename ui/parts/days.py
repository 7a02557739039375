"""Submissions over time: bars by the day or the week, a sentence about them, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from grader.course.classroom.insight import Timeline
from grader.store.insight import Day
from ui.parts.figures import Figure, Ink, axis, layout
from ui.parts.insight import short
from ui.parts.markup import Html, escape, join
from ui.parts.sheets import Line
from ui.parts.speak import h, lang, of, t

DAILY = 92
"""Days that are drawn one by one; more of them are drawn by the week."""


def spread(timeline: Timeline) -> tuple[list[Day], bool]:
    """The bars to draw, and whether each is a week (from its Monday)."""
    if len(timeline.days) <= DAILY:
        return [*timeline.days], False
    weeks: dict[str, Day] = {}
    for one in timeline.days:
        at = date.fromisoformat(one.day)
        monday = (at - timedelta(days=at.weekday())).isoformat()
        known = weeks.get(monday, Day(monday, 0, 0))
        weeks[monday] = Day(monday, known.submissions + one.submissions, known.passed + one.passed)
    return [*weeks.values()], True


def figure(timeline: Timeline, ink: Ink) -> Figure:
    """Passed below, not yet above it, hatched; a dashed line where an assignment was due."""
    bars, _ = spread(timeline)
    days = [one.day for one in bars]
    passed, failed = [one.passed for one in bars], [one.submissions - one.passed for one in bars]
    hatched = {"color": ink.card, "pattern": {"shape": "/", "fgcolor": ink.mute, "size": 5, "solidity": 0.25}}
    line = {"line": {"width": 1, "color": ink.mute}}
    hover = "%{x|%Y-%m-%d}: %{y}<extra>%{fullData.name}</extra>"
    bar = {"type": "bar", "x": days, "hovertemplate": hover}
    return {
        "data": [
            {**bar, "y": passed, "name": t("items.time.passed"), "marker": {"color": ink.yours}},
            {**bar, "y": failed, "name": t("items.time.failed"), "marker": {**hatched, **line}},
        ],
        "layout": layout(
            ink,
            barmode="stack",
            bargap=0.25,
            margin={"l": 8, "r": 16, "t": 30, "b": 8},
            xaxis=axis(ink, "", type="date", showgrid=False, tickformat="%-d %b" if lang() == "en" else "%-m/%-d"),
            yaxis=axis(ink, t("items.time.axis"), rangemode="tozero"),
            shapes=[_due_line(due.day, ink) for due in timeline.due],
            annotations=[_due_name(due.day, of(due.title), ink) for due in timeline.due],
        ),
    }


def _due_line(day: str, ink: Ink) -> Figure:
    at = f"{day} 12:00"  # bars stand on midnight: this is where the day's bar ends
    line = {"color": ink.ink, "width": 1.5, "dash": "dash"}
    return {"type": "line", "x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": 1, "line": line}


def _due_name(day: str, title: str, ink: Ink) -> Figure:
    place = {"x": f"{day} 12:00", "y": 1, "yref": "paper", "yanchor": "bottom", "xanchor": "center"}
    return {**place, "text": short(title), "showarrow": False, "font": {"color": ink.ink, "size": 13}}


def day_of(day: str) -> str:
    """12 Mar, or 3 月 12 日."""
    at = date.fromisoformat(day)
    return f"{at.month} 月 {at.day} 日" if lang() == "zh" else f"{at.day} {at:%b}"


def said(timeline: Timeline) -> list[str]:
    """What to see in the bars."""
    bars, weekly = spread(timeline)
    total, passed = sum(one.submissions for one in bars), sum(one.passed for one in bars)
    peak = max(timeline.days, key=lambda one: one.submissions)
    told = {"n": f"{total:,}", "passed": f"{passed:,}", "most": day_of(peak.day), "peak": peak.submissions}
    many = len(timeline.days) > 1
    parts = [t("items.time.says", days=len(timeline.days), **told) if many else t("items.time.says.one", **told)]
    if timeline.due:
        joined = ", " if lang() == "en" else "、"
        dues = [t("items.time.due.one", title=of(due.title), day=day_of(due.day)) for due in timeline.due]
        parts.append(t("items.time.due", list=joined.join(dues)))
    return [*parts, t("items.time.weeks")] if weekly else parts


def table(timeline: Timeline) -> Html:
    """The bars as a table, the newest day first."""
    bars, weekly = spread(timeline)
    heads = ("items.time.week" if weekly else "items.time.day", "items.time.all", "items.time.passed")
    head = join(Html(f"<th scope='col'>{h(key)}</th>") for key in heads)
    rows = join(
        Html(f"<tr><th scope='row'>{escape(day_of(one.day))}</th><td>{one.submissions}</td><td>{one.passed}</td></tr>")
        for one in reversed(bars)
    )
    label = h("items.time")
    return Html(
        f"<details class='kd-table-of'><summary>{h('items.time.table')}</summary><div class='kd-days' role='region' "
        f"tabindex='0' aria-label='{label}'><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></details>"
    )


def sheet(timeline: Timeline) -> Iterator[Line]:
    """Submissions by day."""
    yield "day", "submissions", "passed"
    for one in timeline.days:
        yield one.day, one.submissions, one.passed
