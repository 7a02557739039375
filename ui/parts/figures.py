"""The loss curve as a plain dictionary: a `go.Figure` costs 4 to 20 ms, a dictionary 0.1 ms. No Streamlit in here."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ui.parts.curves import SMALLEST, drawable, thinned

Figure = dict[str, Any]
CONFIG: Figure = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
HEIGHT = 320
_FACES = "Source Sans, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, Noto Sans SC, sans-serif"
_POWERS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_LABEL = (0.42, 0.09)
"""Room for a label: its share of the chart's width and height."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of one theme. The learner's marks are blue; the reference is grey and dotted, as everywhere."""

    ink: str
    mute: str
    line: str
    yours: str
    card: str
    contour: str
    ramp: tuple[str, ...]
    """The surface, from low to high: paper, so that both lines stand out."""


LIGHT = Ink(
    "#1c2230",
    "#5a6070",
    "#dedad0",
    "#3d4fb0",
    "#ffffff",
    "#cfc9ba",
    ("#fefefc", "#f7f5f0", "#efece4", "#e6e2d7", "#dcd7ca"),
)
DARK = Ink(
    "#e9e7e1",
    "#a6aab6",
    "#343843",
    "#a9b5ff",
    "#1a1d24",
    "#4a5060",
    ("#16181f", "#1d2028", "#242832", "#2c313c", "#363c49"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One curve and the words at it."""

    losses: Sequence[float]
    label: str
    color: str
    dash: str = "solid"
    marks: bool = False


def number(value: float) -> str:
    """Three significant digits, a true minus sign, powers of ten written as such."""
    if not math.isfinite(value):
        return "∞" if value > 0 else "−∞" if value < 0 else "nan"
    if value == 0:
        return "0"
    if not 1e-3 <= abs(value) < 1e5:
        return ("−" if value < 0 else "") + power(round(math.log10(abs(value))))
    return f"{value:.3g}".replace("-", "−") if abs(value) < 1000 else f"{value:.0f}".replace("-", "−")


def power(exponent: int) -> str:
    """10⁻⁶; 1 and 10 as they are."""
    return {0: "1", 1: "10"}.get(exponent, "10" + str(exponent).translate(_POWERS))


def axis(ink: Ink, title: str, **more: Any) -> Figure:
    """A quiet axis: soft grid, no ticks, no zooming."""
    words = {"text": title, "font": {"color": ink.mute, "size": 13}, "standoff": 8}
    base = {"gridcolor": ink.line, "zeroline": False, "linecolor": ink.line, "ticks": "", "automargin": True}
    return {**base, "tickfont": {"color": ink.mute, "size": 13}, "title": words, "fixedrange": True, **more}


def layout(ink: Ink, **more: Any) -> Figure:
    """No frame, no legend, the fonts of the page."""
    return {
        "font": {"family": _FACES, "size": 14, "color": ink.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 16, "t": 8, "b": 8},
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "height": HEIGHT,
        **more,
    }


# ---------- Loss ----------


def loss_figure(lines: Sequence[Line], ink: Ink, step: str, loss: str, loss_log: str) -> Figure:
    """Loss curves over steps, each named at the line; a log scale where the values span more than a factor of 20."""
    curves = [(line, drawable(line.losses)) for line in lines]
    values = [v for _, kept in curves for v in kept if v > 0]
    log = bool(values) and max(values) > 20 * min(values)
    lift = (lambda v: math.log10(max(v, SMALLEST))) if log else float
    steps = max([_last(line.losses) for line, _ in curves] + [1])
    tall = _tall([lift(v) for _, kept in curves for v in kept], log)
    traces, points = [], []
    for line, kept in curves:
        at = thinned(len(kept))
        mode = "markers" if len(kept) == 1 else "lines+markers" if line.marks and len(kept) <= 60 else "lines"
        y = [max(kept[i], SMALLEST) if log else kept[i] for i in at]
        traces.append(_trace(line, mode, at, y))
        points.append([(i / steps, (lift(kept[i]) - tall[0]) / (tall[1] - tall[0])) for i in at])
    ticks = _powers(*tall) if log else {}
    return {
        "data": traces,
        "layout": layout(
            ink,
            xaxis=axis(ink, step, range=[-0.01 * steps, steps], showgrid=False, rangemode="tozero", nticks=6),
            yaxis=axis(ink, loss_log if log else loss, type="log" if log else "linear", range=list(tall), **ticks),
            annotations=_labels([line for line, _ in curves], points),
        ),
    }


def _last(losses: Sequence[float]) -> int:
    """The last step worth showing: where a curve has come down to nothing, the rest is rounding."""
    return next((n for n, loss in enumerate(losses) if loss <= SMALLEST), len(losses) - 1)


def _trace(line: Line, mode: str, x: list[int], y: list[float]) -> Figure:
    return {
        "type": "scatter",
        "mode": mode,
        "x": x,
        "y": y,
        "line": {"color": line.color, "width": 2.5, "dash": line.dash},
        "marker": {"size": 8 if len(x) == 1 else 5, "symbol": "square", "color": line.color},
        "hovertemplate": "%{x}: %{y:.3g}<extra></extra>",
    }


def _tall(lifted: Sequence[float], log: bool) -> tuple[float, float]:
    """The range of the vertical axis, with air below, and room for a name above."""
    low, high = (min(lifted), max(lifted)) if lifted else (0.0, 1.0)
    if not log:
        low, high = 0.0, high or 1.0
    span = high - low or 1.0
    return (low - 0.06 * span if log else low, high + 0.12 * span)


def _powers(low: float, high: float) -> Figure:
    """At most seven ticks at whole powers of ten."""
    step = next(s for s in (1, 2, 3, 4, 6, 9, 12) if (high - low) / s <= 6.5)
    exponents = [e for e in range(math.ceil(low), math.floor(high) + 1) if e % step == 0]
    return {"tickvals": [10.0**e for e in exponents], "ticktext": [power(e) for e in exponents]}


Points = Sequence[tuple[float, float]]
Box = tuple[float, float, float, float]


def _labels(lines: Sequence[Line], curves: Sequence[Points]) -> list[Figure]:
    """A name at each line, where no other line and no other name is in the way. Points are shares of the chart."""
    placed: list[Box] = []
    notes = []
    for n, (line, own) in enumerate(zip(lines, curves, strict=True)):
        if not own or not line.label:
            continue
        others = [p for m, points in enumerate(curves) if m != n for p in points]
        left, low, _, high = box = _place(own, others, placed)
        placed.append(box)
        notes.append(
            {
                "x": left,
                "xanchor": "left",
                "yanchor": "middle",
                "y": (low + high) / 2,
                "xref": "paper",
                "yref": "paper",
                "text": line.label,
                "showarrow": False,
                "font": {"color": line.color, "size": 14},
            }
        )
    return notes


def _place(own: Points, others: Points, taken: Sequence[Box]) -> Box:
    """Left, bottom, width, top of the best free box just above or below the line."""
    (width, height), beside = _LABEL, 0.02 + 1 / len(own)
    best, score = (0.5, 0.9, width, 0.9 + height), -math.inf
    for left in np.linspace(0.02, 1 - width, 22):
        span = [y for x, y in own if left - beside <= x <= left + width + beside] or [own[-1][1]]
        for low, bonus in ((max(span) + 0.02, 0.1), (min(span) - 0.02 - height, 0.0)):  # above is better than below
            if not 0 <= low <= 1 - height:
                continue
            near = [abs(y - low - height / 2) for x, y in others if left - 0.02 <= x <= left + width + 0.02]
            clear = min([*near, 0.4])
            gap = abs(float(np.mean(span)) - low - height / 2)
            hit = any(left < b[0] + b[2] and b[0] < left + width and low < b[3] and b[1] < low + height for b in taken)
            value = bonus + clear - 0.7 * gap - (9 if hit or clear < height * 0.7 else 0) - max(0.0, left - own[-1][0])
            if value > score:
                best, score = (float(left), float(low), width, float(low + height)), value
    return best
