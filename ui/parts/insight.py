"""Item analysis as a table that explains itself, and who passes as a chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.course.classroom.insight import CheckRate, Estimate, Item
from grader.model import Exercise
from ui.parts.figures import Figure, Ink, axis, layout
from ui.parts.icons import icon
from ui.parts.markup import Html, escape, join
from ui.parts.services import services
from ui.parts.sheets import Line
from ui.parts.speak import h, lang, of, t

NUMBERS = ("passed", "first_try", "attempts", "minutes", "discrimination")
COLUMNS = ("tried", *NUMBERS)
_SHARES = ("passed", "first_try")
_FOUND_IN = {
    "hard": "passed",
    "easy": "first_try",
    "many": "attempts",
    "long": "minutes",
    "backwards": "discrimination",
}
_LONG = 24
"""Characters of a title in a chart: more would leave a phone no room for the dots."""


def exercise_of(item: Item) -> Exercise:
    """The exercise that an item is about."""
    return services().catalog.exercise(item.exercise)


# ---------- One number ----------


def number(name: str, value: float) -> str:
    """A value as its column writes it: 63 %, 2.5, 12, −0.31."""
    if name in _SHARES:
        return f"{100 * value:.0f} %" if lang() == "en" else f"{100 * value:.0f}%"
    return (f"{value:.2f}" if name == "discrimination" else f"{round(value, 1):g}").replace("-", "−")


def read_out(name: str, one: Estimate) -> Html:
    """The number as a sentence; where nothing is said, why."""
    if one.value is None or one.low is None or one.high is None:
        return Html(f"<b>{h(f'items.{name}')}.</b> {h(f'items.{one.why}', n=one.n)}")
    return h(f"items.value.{name}", n=one.n, **_told(name, one))


def _told(name: str, one: Estimate) -> dict[str, str]:
    """The number and its interval in words; one whose ends look alike is one number."""
    if one.value is None or one.low is None or one.high is None:
        return {}
    low, high = number(name, one.low), number(name, one.high)
    both = t("items.interval", low=low.rstrip(" %") if name in _SHARES else low, high=high)
    return {"value": number(name, one.value), "range": high if low == high else both}


def _plainly(name: str, one: Estimate) -> str:
    """The sentence without its markup, for an attribute."""
    if one.value is None:
        return t(f"items.{one.why}", n=one.n)
    return t(f"items.value.{name}", n=one.n, **_told(name, one)).replace("**", "")


# ---------- The table ----------


def sorted_by(items: Sequence[Item], column: str, largest_first: bool) -> list[Item]:
    """By a column, what is not said last; by no column, in course order."""
    if column not in COLUMNS:
        return [*reversed(items)] if largest_first else [*items]
    known = [item for item in items if _value(item, column) is not None]
    ordered = sorted(known, key=lambda item: _value(item, column) or 0.0, reverse=largest_first)
    return ordered + [item for item in items if item not in known]


def _value(item: Item, column: str) -> float | None:
    value: float | None = item.tried if column == "tried" else getattr(item, column).value
    return value


def table(items: Sequence[Item], column: str = "", largest_first: bool = False) -> Html:
    """Each exercise a row. Its name opens what the numbers mean, so that the keyboard needs one stop a row."""
    order = "descending" if largest_first else "ascending"
    heads = [f"<th scope='col'>{h('items.exercise')}</th>"]
    for name in COLUMNS:
        is_sorted = f" aria-sort='{order}'" if name == column else ""
        arrow = (" ↓" if largest_first else " ↑") if is_sorted else ""
        said = f"{h(f'items.{name}')}<span aria-hidden='true'>{arrow}</span>"
        heads.append(f"<th scope='col'{is_sorted} title='{h(f'items.{name}.why')}'>{said}</th>")
    heads.append(f"<th scope='col'>{h('items.findings')}</th>")
    rows = join(map(_row, sorted_by(items, column, largest_first)))
    return Html(
        f"<div class='kd-itembox' role='region' tabindex='0' aria-label='{h('items.caption')}'><table class='kd-items'>"
        f"<caption class='kd-sr'>{h('items.caption')}</caption>"
        f"<thead><tr>{''.join(heads)}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(item: Item) -> Html:
    cells = join(_cell(name, getattr(item, name)) for name in NUMBERS)
    tried = f"<td title='{h('items.tried.why')}'>{item.tried}</td>"
    found = join(Html(f"<p>{finding(code, item)}</p>") for code in item.findings)
    name = f"<summary>{icon('down')}{escape(of(exercise_of(item).title))}</summary>"
    return Html(
        f"<tr><th scope='row'><details class='kd-item'>{name}{explained(item)}</details></th>{tried}{cells}<td>{found}</td></tr>"
    )


def _cell(name: str, one: Estimate) -> Html:
    said = escape(_plainly(name, one))
    if one.value is None:
        return Html(f"<td class='none' title='{said}'>–<span class='kd-sr'> {h('items.none')}</span></td>")
    told = _told(name, one)
    return Html(f"<td title='{said}'>{escape(told['value'])}<small>{escape(told['range'])}</small></td>")


def explained(item: Item) -> Html:
    """Every number of a row in a sentence, and how often each check passes."""
    sentences = join(Html(f"<li>{read_out(name, getattr(item, name))}</li>") for name in NUMBERS)
    rates = join(map(_rate, item.checks))
    title = f"<h3>{h('items.checks')}</h3><p class='kd-meta'>{h('items.checks.all')}</p>"
    return Html(
        f"<div class='kd-explain'><ul>{sentences}</ul><div>{title}<ul>{rates}</ul></div></div>"
        if rates
        else f"<div class='kd-explain'><ul>{sentences}</ul></div>"
    )


def _rate(one: CheckRate) -> Html:
    share = round(100 * one.passed / one.decided)
    said = h("items.check", passed=one.passed, decided=one.decided)
    bar = f"<span class='kd-share' style='--w:{share}%'><i></i></span>"
    value = escape(number("passed", share / 100))
    return Html(
        f"<li class='kd-rate'><span>{escape(of(one.title))}</span><b>{value}</b>{bar}<small>{said}</small></li>"
    )


def finding(code: str, item: Item) -> Html:
    """One thing that stands out, with the interval that bears it out."""
    name = _FOUND_IN[code]
    return h(f"items.finding.{code}", minutes=exercise_of(item).minutes, **_told(name, getattr(item, name)))


# ---------- The chart ----------


def passing(items: Sequence[Item], ink: Ink) -> Figure:
    """A dot and its interval for each exercise of which something can be said, the first at the top."""
    known = [item for item in items if item.passed.value is not None]
    middle = [100 * (item.passed.value or 0) for item in known]
    low = [m - 100 * (item.passed.low or 0) for item, m in zip(known, middle, strict=True)]
    high = [100 * (item.passed.high or 0) - m for item, m in zip(known, middle, strict=True)]
    places = [*range(len(known))]
    labels = [short(of(exercise_of(item).title)) for item in known]
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": middle,
        "y": places,
        "text": [escape(_plainly("passed", item.passed)) for item in known],
        "customdata": [escape(of(exercise_of(item).title)) for item in known],
        "hovertemplate": "%{customdata}<br>%{text}<extra></extra>",
        "marker": {"size": 7, "color": ink.yours},
        "error_x": {"type": "data", "array": high, "arrayminus": low, "color": ink.yours, "thickness": 2, "width": 0},
    }
    ticks = {"tickmode": "array", "tickvals": places, "ticktext": labels}
    return {
        "data": [dots],
        "layout": layout(
            ink,
            height=72 + 24 * len(known),
            xaxis=axis(ink, t("items.chart.passed.axis"), range=[-1, 101], dtick=25, tickangle=0),
            yaxis=axis(ink, "", range=[len(known) - 0.4, -0.6], showgrid=False, **ticks),
        ),
    }


def short(title: str) -> str:
    """A title for a chart, where Plotly would read markup."""
    return escape(title if len(title) <= _LONG else f"{title[: _LONG - 1]}…")


# ---------- Files ----------


def sheet(items: Sequence[Item]) -> Iterator[Line]:
    """Every number with its interval and the learners behind it; what is not said is empty."""
    ends = [f"{name}{end}" for name in NUMBERS for end in ("", "_low", "_high", "_n")]
    yield "exercise", "tried", *ends, "findings"
    for item in items:
        found = [getattr(item, name) for name in NUMBERS]
        numbers = [value for one in found for value in (*map(_rounded, (one.value, one.low, one.high)), one.n)]
        yield item.exercise, item.tried, *numbers, " ".join(item.findings)


def _rounded(value: float | None) -> float | str:
    return "" if value is None else round(value, 4)


def sheet_of_checks(items: Sequence[Item]) -> Iterator[Line]:
    """How often each check passed."""
    yield "exercise", "check", "title", "passed", "decided"
    for item in items:
        for one in item.checks:
            yield item.exercise, one.id, of(one.title), one.passed, one.decided
