"""One learner's attempts over time, as a plain Plotly dictionary: a line an exercise, a mark an attempt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo
from typing import Any

from grader.store.classroom import Moment
from ui.parts.figures import Figure, Ink, axis, layout
from ui.parts.speak import lang, t

MOST = 1000
"""Marks that are drawn; older attempts are in the file."""
_SYMBOLS = {"passed": "square", "failed": "x-thin", "open": "diamond-open"}
_LINE, _AROUND = 26, 60
_TITLE = 34
_DAY_MS = 86_400_000


def figure(
    moments: Sequence[Moment], name: Callable[[str], str], ink: Ink, zone: tzinfo, order: Sequence[str]
) -> Figure:
    """Passed blue squares, not yet grey crosses: sign and colour both tell them apart."""
    drawn = numbered(moments)[-MOST:]
    tried = {moment.exercise for _, moment in drawn}
    exercises = [id for id in order if id in tried] + sorted(tried - set(order))
    traces = [_trace(word, drawn, exercises, name, ink, zone) for word in ("failed", "open", "passed")]
    rows = [_cut(name(id)) for id in exercises]
    return {
        "data": [trace for trace in traces if trace["x"]],
        "layout": layout(
            ink,
            height=_AROUND + _LINE * len(exercises),
            xaxis=axis(ink, "", type="date", showgrid=True, nticks=6, tickformatstops=_days()),
            yaxis=axis(
                ink, "", range=[len(rows) - 0.4, -0.6], tickvals=list(range(len(rows))), ticktext=rows, showgrid=True
            ),
        ),
    }


def _days() -> list[dict[str, Any]]:
    """Days as the chart of the whole class says them; Plotly knows no Chinese months."""
    day = "%-d %b" if lang() == "en" else "%-m/%-d"
    return [
        {"dtickrange": [None, _DAY_MS - 1], "value": f"%H:%M\n{day}"},
        {"dtickrange": [_DAY_MS, None], "value": day},
    ]


def numbered(moments: Sequence[Moment]) -> list[tuple[int, Moment]]:
    """Each submission with its number among those of its exercise."""
    count: Counter[str] = Counter()
    found = []
    for moment in moments:
        count[moment.exercise] += 1
        found.append((count[moment.exercise], moment))
    return found


def word_of(moment: Moment) -> str:
    """passed, failed or open."""
    return "open" if moment.score is None else "passed" if moment.passed else "failed"


def _trace(
    word: str,
    drawn: Sequence[tuple[int, Moment]],
    exercises: Sequence[str],
    name: Callable[[str], str],
    ink: Ink,
    zone: tzinfo,
) -> dict[str, Any]:
    mine = [(n, moment) for n, moment in drawn if word_of(moment) == word]
    color = ink.yours if word == "passed" else ink.mute
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [_local(moment.at, zone) for _, moment in mine],
        "y": [exercises.index(moment.exercise) for _, moment in mine],
        "text": [_hover(n, moment, name) for n, moment in mine],
        "marker": {"symbol": _SYMBOLS[word], "size": 9, "color": color, "line": {"width": 2, "color": color}},
        "hovertemplate": "%{text}<br>%{x|%Y-%m-%d %H:%M}<extra></extra>",
    }


def _hover(n: int, moment: Moment, name: Callable[[str], str]) -> str:
    score = "–" if moment.score is None else f"{moment.score} / {moment.max_score}"
    return t(
        "learner.time.hover", title=name(moment.exercise), n=n, word=t(f"learner.time.{word_of(moment)}"), score=score
    )


def _local(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).replace(tzinfo=None).isoformat(timespec="seconds")


def _cut(title: str) -> str:
    return title if len(title) <= _TITLE else title[: _TITLE - 1] + "…"
