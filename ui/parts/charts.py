"""What a training run did: the line of learning rates, the loss at each step, the way of the weights over the surface."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import streamlit as st

from grader.model import Curve, Exercise, Verdict
from ui.parts import curves, epochs
from ui.parts.curves import Plane, Shape
from ui.parts.descent import Floor
from ui.parts.figures import CONFIG, DARK, LIGHT, Figure, Line, loss_figure, number
from ui.parts.markup import Html, escape, join
from ui.parts.speak import h, t
from ui.parts.standing import sentences
from ui.parts.surface import path_figure

_CHARTS = 3


def training(verdict: Verdict, exercise: Exercise) -> None:
    """The charts of a training result, from the curves that the judge recomputed. Shows nothing where there is none."""
    drawn = {name: curve for name, curve in verdict.curves.items() if curve.losses or curve.recomputed or curve.path}
    if not drawn:
        return
    with st.container(key="training", gap="small"):
        place = f"curve-{exercise.id}-{verdict.mode.value}"
        if any(curve.training for curve in drawn.values()):
            by_epochs(drawn, key=place)
            return
        for n, curve in enumerate([*drawn.values()][:_CHARTS]):
            show(curve, key=f"{place}-{n}")


def by_epochs(drawn: Mapping[str, Curve], *, key: str) -> None:
    """The losses and the accuracy of a network, side by side."""
    with st.container(key=f"figs-{key}"):
        for name, curve in [*drawn.items()][:_CHARTS]:
            accuracy = name == "accuracy"
            says, place = epochs.said(curve, accuracy=accuracy), "path" if accuracy else "loss"
            with st.container(key=f"fig-{place}-{key}", gap="xsmall"):
                _heading("charts.title.accuracy" if accuracy else "charts.title.epochs", says)
                figure = epochs.figure(curve, DARK if dark() else LIGHT, accuracy=accuracy)
                _plot(figure, f"{key}-{place}fig", t(f"charts.alt.{'accuracy' if accuracy else 'epochs'}", says=says))


def show(curve: Curve, *, key: str, piled: bool | None = None, floor: Floor | None = None) -> None:
    """One training run in three pictures. `piled`: gradients pile up, so the limit is 4 / λ and nothing settles.
    `floor`: the loss that is left, because a bias stays where it is.

    None: nobody knows how the learner's loop steps, so nothing is explained that the curve does not bear out.
    """
    rates(curve, piled=piled, floor=floor)
    with st.container(key=f"figs-{key}"):
        with st.container(key=f"fig-loss-{key}", gap="xsmall"):
            says = said_of_loss(curve)
            _heading("charts.title.loss", says)
            _plot(loss_of(curve, dark=dark(), floor=floor), f"{key}-lossfig", t("charts.alt.loss", says=says))
        plane = curves.plane_of(curve)
        if plane is None:
            return
        with st.container(key=f"fig-path-{key}", gap="xsmall"):
            says = said_of_path(plane, curves.shape_of(_mine(curve)))
            _heading("charts.title.path", sentences([says, t("charts.brighter" if dark() else "charts.darker")]))
            _plot(path_of(plane, dark=dark()), f"{key}-pathfig", t("charts.alt.path", says=says))


def dark() -> bool:
    """True when the reader's theme is dark."""
    return st.context.theme.type == "dark"


def _heading(title: str, says: str) -> None:
    st.html(f"<div class='kd-fig'><h2>{h(title)}</h2><p>{escape(says)}</p></div>")


def _plot(figure: Figure, key: str, alt: str) -> None:
    st.plotly_chart(figure, theme=None, config=CONFIG, key=key, alt=alt)


def _mine(curve: Curve) -> tuple[float, ...]:
    return curve.recomputed or curve.losses


# ---------- Figures ----------


def loss_of(curve: Curve, *, dark: bool, floor: Floor | None = None) -> Figure:
    """Yours solid and blue, recomputed where it differs, the reference dotted and grey, a floor that stays dashed."""
    ink = DARK if dark else LIGHT
    differ = curves.differs(curve.losses, curve.recomputed)
    lines = (
        [Line(curve.reference, _named("charts.reference", curve.reference_lr), ink.mute, "dot")]
        if curve.reference
        else []
    )
    if differ:
        lines.append(Line(curve.losses, t("charts.recorded"), ink.yours, "dash"))
    if _mine(curve):
        label = t("charts.recomputed") if differ else _named("charts.yours", curve.lr)
        lines.append(Line(_mine(curve), label, ink.yours, marks=True))
    if floor:
        lines.append(Line([floor.loss] * len(_mine(curve)), t("charts.floor", **_told(floor)), ink.mute, "dash"))
    return loss_figure(lines, ink, t("charts.step"), t("charts.loss"), t("charts.loss.log"))


def _named(key: str, lr: float | None) -> str:
    return t(f"{key}.rate", lr=rate(lr)) if lr is not None and math.isfinite(lr) else t(key)


def path_of(plane: Plane, *, dark: bool) -> Figure:
    """The weights over the loss surface."""
    lands = ""
    if plane.shown < len(plane.path):
        at = plane.path[plane.shown]
        lands = t("charts.lands", n=plane.shown, at=number(float(at[np.argmax(np.abs(at))])))
    words = {
        "steep": t("charts.steep", value=_lambda(plane.steep)),
        "gentle": t("charts.gentle", value=_lambda(plane.gentle)),
        "start": t("charts.start"),
        "best": t("charts.best"),
        "lands": lands,
    }
    return path_figure(plane, DARK if dark else LIGHT, words)


# ---------- One sentence above each chart ----------


def said_of_loss(curve: Curve) -> str:
    """What to see in the loss curve."""
    mine = _mine(curve)
    kept, shape = curves.drawable(mine), curves.shape_of(mine)
    word: str = "grows" if shape == "diverges" and len(kept) == len(mine) else shape
    if shape == "stalls" and kept[0] <= 1.01 * kept[-1]:
        word = "flat"
    value = _loss(kept[-1]) if kept else ""
    parts = [t(f"charts.says.{word}", n=max(len(kept) - 1, 0), value=value)]
    ideal = curves.drawable(curve.reference)
    if ideal and curves.shape_of(curve.reference) == "falls":
        parts.append(t("charts.says.reference", value=_loss(ideal[-1])))
    if curves.differs(curve.losses, curve.recomputed):
        parts.append(t("charts.says.differs"))
    return sentences(parts)


def _loss(value: float) -> str:
    """A loss in words; what is smaller than the chart shows is called that."""
    return number(value) if value > curves.SMALLEST else t("charts.tiny")


def said_of_path(plane: Plane, shape: Shape) -> str:
    """What to see in the path."""
    across = plane.path[: max(plane.shown, 2), 0]
    wide = across[np.abs(across) > 0.02 * plane.reach[0]]
    turns = int(np.sum(wide[1:] * wide[:-1] < 0))
    if float(np.ptp(plane.path / plane.reach, axis=0).max()) < 0.01:
        return t("charts.path.still")
    if shape == "swings":
        return t("charts.path.swings")
    if shape == "diverges":
        return t("charts.path.away" if turns else "charts.path.runs")
    if shape == "stalls":
        rests = float(np.hypot(*(plane.path[-1] / plane.reach)))
        return t("charts.path.rests" if rests > 0.08 else "charts.path.frozen")
    return t("charts.path.zigzag" if turns > 2 else "charts.path.down")


# ---------- The line of learning rates ----------


def rates(curve: Curve, *, piled: bool | None = None, floor: Floor | None = None) -> None:
    """Why it went so, and where the learner's rate stands: reference, limit, yours. Needs the limit."""
    if not curve.critical_lr or not math.isfinite(curve.critical_lr) or curve.critical_lr < 0:
        return
    said = [*_why(curve, piled), *([h("charts.why.floor", **_told(floor))] if floor else [])]
    why = join([Html(f"<p>{line}</p>") for line in said] + ([] if piled is None else [eigenvalues(curve, piled=piled)]))
    st.html(
        f"<section class='kd-why'><div><h2>{h('charts.title.rate')}</h2>{why}</div>{scale(curve, piled=bool(piled))}</section>"
    )


def _why(curve: Curve, piled: bool | None) -> list[Html]:
    hessian = np.array(curve.hessian, float)
    if piled:
        return [h("charts.why.piled")]
    if curve.lr is None or hessian.ndim != 2 or not np.isfinite(hessian).all():
        return [h("charts.why.limit", limit=rate(curve.critical_lr or 0.0))]
    values = np.linalg.eigvalsh((hessian + hessian.T) / 2)
    steep, factor = float(values[-1]), abs(1 - curve.lr * float(values[-1]))
    given = {
        "lr": rate(curve.lr),
        "steep": _lambda(steep),
        "factor": number(round(factor, 2) if factor >= 0.01 else factor),
    }
    if piled is None and not _borne_out(curves.shape_of(_mine(curve)), factor):
        return [h("charts.why.else", **given)]
    if factor >= 1:
        return [h("charts.why.over", **given), h("charts.why.limit", limit=rate(curve.critical_lr or 0.0))]
    slow = abs(1 - curve.lr * float(values[0]))
    return [h("charts.why.under", **given, slow=number(round(slow, 3)))]


def eigenvalues(curve: Curve, *, piled: bool) -> Html:
    """Each direction of the bowl: its eigenvalue, and by what a step multiplies the error there."""
    hessian = np.array(curve.hessian, float)
    if curve.lr is None or hessian.ndim != 2 or not np.isfinite(hessian).all():
        return Html("")
    cells = []
    for value in np.linalg.eigvalsh((hessian + hessian.T) / 2):
        factor = _factor(curve.lr * float(value), piled)
        shown = _in_three_digits(factor)
        word = "over" if factor > 1 + 1e-9 else "even" if factor > 1 - 1e-9 else "under"
        cells.append(
            f"<li class='{word}'><b>λ = {escape(_lambda(float(value)))}</b> <span>× {escape(shown)}</span></li>"
        )
    return Html(f"<p class='kd-k'>{h('charts.eigenvalues')}</p><ul class='kd-eigen'>{''.join(cells)}</ul>")


def _told(floor: Floor) -> dict[str, str]:
    return {"share": number(floor.share), "value": number(floor.loss)}


def _factor(reach: float, piled: bool) -> float:
    """What a step multiplies the error by along a direction, `reach` = lr · λ; where gradients pile up, in the long run."""
    if not piled:
        return abs(1 - reach)
    return 1.0 if reach <= 4 else reach / 2 - 1 + math.sqrt(reach * reach / 4 - reach)


def _in_three_digits(factor: float) -> str:
    """0.998 and 1.004 are not the same; 0 is nothing."""
    return f"{factor:.3f}".rstrip("0").rstrip(".") if factor < 10 else number(factor)


def _borne_out(shape: Shape, factor: float) -> bool:
    """True when a curve does what plain gradient descent with this factor does."""
    return shape == "diverges" if factor >= 1 else shape in ("falls", "slow")


def _lambda(value: float) -> str:
    """An eigenvalue with four digits: 124.3."""
    return f"{value:.4g}" if 1e-3 <= value < 1e4 else number(value)


def rate(value: float) -> str:
    """A learning rate with three significant digits and no power of ten: 0.0161."""
    if value == 0 or not math.isfinite(value):
        return number(value)
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    text = f"{value:.{min(digits, 8)}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


def scale(curve: Curve, *, piled: bool) -> Html:
    """A line from small to large, green below the limit and red above; a mark and a word for each rate."""
    limit = curve.critical_lr or 0.0
    marks = [("limit", limit, f"{rate(limit)} = {4 if piled else 2} / λ")]
    for name, lr in (("reference", curve.reference_lr), ("yours", curve.lr)):
        if lr is not None and math.isfinite(lr) and lr > 0:
            marks.append((name, lr, rate(lr)))
    at = _places([value for _, value, _ in marks])
    near = len(marks) == 3 and abs(at[1] - at[2]) < 22
    ticks = join(_mark(name, said, place, near) for (name, _, said), place in zip(marks, at, strict=True))
    order = sorted(marks, key=lambda mark: mark[1])
    spoken = t(
        "charts.rates", list=[t("charts.rates.one", name=t(f"charts.{name}"), value=said) for name, _, said in order]
    )
    return Html(
        f"<div class='kd-scale{' near' if near else ''}' role='img' aria-label='{escape(spoken)}'>"
        f"<span class='ax' style='--at:{at[0]:.1f}%'></span>{ticks}</div>"
    )


def _places(rates: list[float]) -> list[float]:
    """Where the rates stand, in percent of the line; on a log scale when they are far apart."""
    low, high = min(rates), max(rates)
    if high <= 6 * low:
        return [100 * rate / (1.18 * high) for rate in rates]
    return [12 + 76 * math.log(rate / low) / math.log(high / low) for rate in rates]


def _mark(name: str, said: str, at: float, near: bool) -> Html:
    side = "left" if at < 12 else "right" if at > 88 else "mid"
    return Html(
        f"<span class='tk {name}' style='left:{at:.1f}%'></span>"
        f"<span class='tx {name} {side}{' low' if near and name == 'reference' else ''}' style='--at:{at:.1f}%'>"
        f"<b>{escape(said)}</b>{h(f'charts.{name}')}</span>"
    )
