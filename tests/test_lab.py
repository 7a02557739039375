"""The learning-rate lab's numbers: what is left of the loss, what a step does along each direction; and charts by epochs."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import numpy as np
import pytest

from grader.model import Curve, Lang
from ui.parts import charts, epochs, speak
from ui.parts.descent import Bias, Setting, descend, floor
from ui.parts.figures import DARK, LIGHT

STRIPES = [[1, 1, 0, 0, 0, 0, 1, 1]] * 6
EDGE, BEGIN = [[1, -1]], [[0.6, 0.3]]


@pytest.fixture(params=["en", "zh"], autouse=True)
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Lang:
    said: Lang = request.param
    monkeypatch.setattr(speak, "lang", lambda: said)
    monkeypatch.setattr("ui.parts.standing.lang", lambda: said)
    return said


def train(lr: float, bias: Bias = "off", b: float = 0.5, steps: int = 40, **more: object) -> Curve:
    return descend(STRIPES, EDGE, Setting(lr, bias, **more), BEGIN, b, steps)  # type: ignore[arg-type]


def factors(lr: float, bias: Bias = "off", *, piled: bool = False) -> list[tuple[str, str]]:
    return re.findall(r"λ = ([\d.]+)</b> <span>× ([\d.]+)", charts.eigenvalues(train(lr, bias), piled=piled))


# ---------- what a step does ----------


def test_every_eigenvalue_stands_there_with_its_factor() -> None:
    assert factors(0.03, "on") == [("12", "0.64"), ("19.69", "0.409"), ("124.3", "2.729")]


@pytest.mark.parametrize(("lr", "factor"), [(0.0333, "0.998"), (0.0334, "1.004")])
def test_factors_on_both_sides_of_the_limit_differ(lr: float, factor: str) -> None:
    assert factors(lr)[-1] == ("60", factor)


def test_only_the_direction_that_grows_is_marked_over() -> None:
    drawn = charts.eigenvalues(train(0.03, "on"), piled=False)
    assert (drawn.count("class='over'"), drawn.count("class='under'")) == (1, 2)


@pytest.mark.parametrize(("lr", "over"), [(0.01, 0), (0.0666, 0), (0.067, 1)])
def test_piled_gradients_neither_grow_nor_fade_below_four_over_lambda(lr: float, over: int) -> None:
    drawn = charts.eigenvalues(train(lr, zero_grad=False), piled=True)
    assert (drawn.count("class='over'"), drawn.count("class='even'")) == (over, 2 - over)


@pytest.mark.parametrize("lr", [0.0668, 0.07, 0.09])
def test_piled_growth_is_what_the_path_does(lr: float) -> None:
    path = np.array(train(lr, steps=60, zero_grad=False).path) - [1, -1]
    along = path @ np.array([1, 1]) / math.sqrt(2)
    seen = abs(along[-1] / along[-2])
    assert charts._factor(lr * 60, piled=True) == pytest.approx(seen, rel=0.02)


# ---------- what is left ----------


@pytest.mark.parametrize("b", [-1.0, -0.25, 0.5, 1.0])
def test_a_frozen_bias_leaves_what_the_floor_says(b: float) -> None:
    left = floor(STRIPES, EDGE, Setting(0.03, "frozen"), b)
    assert left is not None and left.share == pytest.approx(20.4)
    assert train(0.03, "frozen", b, steps=400).losses[-1] == pytest.approx(left.loss)


def test_the_floor_of_the_mean_is_a_42nd() -> None:
    left = floor(STRIPES, EDGE, Setting(1.2, "frozen", "mean"), 0.5)
    assert left is not None and left.loss == pytest.approx(5.1 / 42)
    assert train(1.2, "frozen", steps=400, loss="mean").losses[-1] == pytest.approx(left.loss)


@pytest.mark.parametrize(("bias", "b"), [("off", 0.5), ("on", 0.5), ("frozen", 0.0)])
def test_no_floor_where_the_loss_can_vanish(bias: Bias, b: float) -> None:
    assert floor(STRIPES, EDGE, Setting(0.01, bias), b) is None


def test_the_floor_is_a_level_line_in_the_chart() -> None:
    left = floor(STRIPES, EDGE, Setting(0.03, "frozen"), 0.5)
    drawn = charts.loss_of(train(0.03, "frozen"), dark=False, floor=left)
    level = drawn["data"][-1]
    assert level["y"] == pytest.approx([5.1] * len(level["y"])) and level["line"]["dash"] == "dash"
    assert any("20.4 · b² = 5.1" in note["text"] for note in drawn["layout"]["annotations"])


# ---------- charts by epochs ----------

FALLS = Curve(losses=(1.2, 0.6, 0.2), recomputed=(1.2, 0.6, 0.2), training=(1.1, 0.5, 0.1))
BY_HEART = Curve(recomputed=(1.2, 0.5, 0.6, 0.9, 1.1), training=(1.1, 0.4, 0.2, 0.1, 0.05))


def test_epochs_are_counted_from_one() -> None:
    drawn = epochs.figure(FALLS, LIGHT, accuracy=False)
    assert [trace["x"] for trace in drawn["data"]] == [[1, 2, 3], [1, 2, 3]]
    low, high = drawn["layout"]["xaxis"]["range"]
    assert low < 1 and high >= 3


def test_the_training_loss_is_dotted_beside_the_validation_loss() -> None:
    assert [trace["line"]["dash"] for trace in epochs.figure(FALLS, DARK, accuracy=False)["data"]] == ["dot", "solid"]


def test_a_recorded_curve_that_is_not_true_is_drawn_beside_the_true_one(language: Lang) -> None:
    forged = replace(FALLS, losses=(1.0, 0.1, 0.01))
    assert [t["line"]["dash"] for t in epochs.figure(forged, LIGHT, accuracy=False)["data"]] == ["dot", "dash", "solid"]
    told = {"en": "not what your steps give", "zh": "不一致"}
    assert told[language] in epochs.said(forged, accuracy=False)


def test_learning_by_heart_is_named_from_its_first_epoch(language: Lang) -> None:
    told = {"en": "From epoch 2 on", "zh": "从第 2 轮起"}
    assert told[language] in epochs.said(BY_HEART, accuracy=False)


@pytest.mark.parametrize("training", [(), (1.1, 0.4, 0.6, 0.9, 1.2)])
def test_a_loss_that_rises_alone_is_not_called_learning_by_heart(training: tuple[float, ...], language: Lang) -> None:
    told = {"en": "by heart", "zh": "死记"}
    assert told[language] not in epochs.said(replace(BY_HEART, training=training), accuracy=False)


def test_worse_than_guessing_is_said(language: Lang) -> None:
    told = {"en": "worse", "zh": "还差"}
    assert told[language] in epochs.said(Curve(recomputed=(1.4, 1.8, 2.5)), accuracy=False)


@pytest.mark.parametrize("values", [(), (0.25,), (math.nan, 1.0), (0.0, 0.0, 0.0), (1e29, -1e29)])
@pytest.mark.parametrize("accuracy", [True, False])
def test_any_curve_is_drawn_and_described(values: tuple[float, ...], accuracy: bool) -> None:
    curve = Curve(losses=values, recomputed=values, training=values)
    assert epochs.said(curve, accuracy=accuracy) and epochs.figure(curve, LIGHT, accuracy=accuracy)["data"]
