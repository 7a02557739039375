"""A network's training by epochs: two losses in one chart, and the accuracy. Plain dictionaries and words, no Streamlit."""

from __future__ import annotations

import math
from collections.abc import Sequence

from grader.model import Curve
from ui.parts.curves import differs, drawable
from ui.parts.figures import Figure, Ink, Line, loss_figure, number
from ui.parts.speak import t
from ui.parts.standing import sentences

CHANCE = math.log(4)
"""The loss of guessing among the four directions."""


def figure(curve: Curve, ink: Ink, *, accuracy: bool) -> Figure:
    """Yours solid and blue, as recomputed; what was recorded dashed where it differs; the training loss dotted and grey."""
    mine = curve.recomputed or curve.losses
    differ = differs(curve.losses, curve.recomputed)
    lines = [Line(curve.training, t("charts.epochs.training"), ink.mute, "dot")] if curve.training else []
    if differ:
        lines.append(Line(curve.losses, t("charts.recorded"), ink.yours, "dash"))
    name = t("charts.recomputed") if differ else "" if accuracy else t("charts.epochs.validation")
    lines.append(Line(mine, name, ink.yours, marks=True))
    value = t("charts.accuracy") if accuracy else t("charts.loss")
    return _from_one(loss_figure(lines, ink, t("charts.epoch"), value, t("charts.loss.log")))


def _from_one(drawn: Figure) -> Figure:
    """Epochs are counted from 1."""
    for trace in drawn["data"]:
        trace["x"] = [x + 1 for x in trace["x"]]
    low, high = drawn["layout"]["xaxis"]["range"]
    drawn["layout"]["xaxis"] |= {"range": [low + 0.9, high + 1], "rangemode": "normal"}
    return drawn


def said(curve: Curve, *, accuracy: bool) -> str:
    """What to see in it."""
    mine = drawable(curve.recomputed or curve.losses)
    if not mine:
        return t("charts.says.empty")
    if accuracy:
        parts = [t("charts.epochs.accuracy", value=number(mine[-1]))]
    else:
        parts = [t("charts.epochs.loss", first=number(mine[0]), last=number(mine[-1]), n=len(mine))]
        turn = _turn(mine, drawable(curve.training))
        if turn is not None:
            parts.append(t("charts.epochs.by-heart", n=turn))
        elif mine[-1] > CHANCE + 0.1:
            parts.append(t("charts.epochs.guessing"))
    if differs(curve.losses, curve.recomputed):
        parts.append(t("charts.says.differs"))
    return sentences(parts)


def _turn(validation: Sequence[float], training: Sequence[float]) -> int | None:
    """The epoch from which on the validation loss rises while the training loss falls; None where it does not."""
    if len(training) != len(validation):
        return None
    low = min(range(len(validation)), key=validation.__getitem__)
    rises = validation[-1] > max(1.3 * validation[low], validation[low] + 0.05)
    return low + 1 if rises and low < len(validation) - 2 and training[-1] < training[low] else None
