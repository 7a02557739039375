"""Charts from curves: what is drawn, on which scale, and what is said above it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import fakes
import pytest
from streamlit.testing.v1 import AppTest

from grader.model import Curve, Lang
from ui.parts import charts, curves, figures, services, speak
from ui.parts.descent import Bias, Setting, descend

FRAME = str(Path(__file__).parents[1] / "ui" / "frame.py")
STRIPES = [[1, 1, 0, 0, 0, 0, 1, 1]] * 6
EDGE = [[1, -1]]
BEGIN = [[0.6, 0.3]]
NAN, INF = math.nan, math.inf


def train(lr: float, bias: Bias = "off", steps: int = 40, **more: Any) -> Curve:
    return descend(STRIPES, EDGE, Setting(lr, bias, **more), BEGIN, 0.5, steps)


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lang]:
    said: Lang = request.param
    monkeypatch.setattr(speak, "lang", lambda: said)
    monkeypatch.setattr("ui.parts.standing.lang", lambda: said)
    yield said


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speak, "lang", lambda: "en")
    monkeypatch.setattr("ui.parts.standing.lang", lambda: "en")


# ---------- Gradient descent: the numbers of the book's image ----------


@pytest.mark.parametrize(("bias", "eigenvalues"), [("off", [12, 60]), ("on", [12, 19.69, 124.31])])
def test_hessian_of_the_stripes_has_the_known_eigenvalues(bias: Bias, eigenvalues: list[float]) -> None:
    import numpy as np

    found = np.linalg.eigvalsh(np.array(train(0.01, bias).hessian))
    assert found == pytest.approx(eigenvalues, rel=1e-3)


@pytest.mark.parametrize(("bias", "limit"), [("off", 0.0333), ("on", 0.0161), ("frozen", 0.0333)])
def test_critical_rate_is_two_over_the_steepest(bias: Bias, limit: float) -> None:
    assert train(0.01, bias).critical_lr == pytest.approx(limit, abs=5e-5)


def test_mean_loss_has_a_limit_42_times_larger() -> None:
    assert train(0.01, loss="mean").critical_lr == pytest.approx(1.4)


@pytest.mark.parametrize(("lr", "shape"), [(0.03, "falls"), (0.033, "slow"), (0.034, "diverges"), (0.1, "diverges")])
def test_loss_falls_below_the_limit_and_grows_above(lr: float, shape: str) -> None:
    assert curves.shape_of(train(lr).losses) == shape


def test_frozen_bias_stalls_at_its_known_floor() -> None:
    assert train(0.01, "frozen", steps=200).losses[-1] == pytest.approx(20.4 * 0.5**2, rel=1e-3)


def test_frozen_bias_is_called_stalled() -> None:
    assert curves.shape_of(train(0.01, "frozen").losses) == "stalls"


def test_gradients_that_pile_up_swing() -> None:
    assert curves.shape_of(train(0.01, zero_grad=False).losses) == "swings"


def test_descent_that_overflows_ends_with_infinity() -> None:
    assert math.isinf(train(5.0, steps=100).losses[-1]) or math.isnan(train(5.0, steps=100).losses[-1])


# ---------- Reading curves ----------


@pytest.mark.parametrize("bad", [NAN, INF, 1e22])
def test_curve_is_cut_before_the_first_value_that_cannot_be_drawn(bad: float) -> None:
    assert curves.drawable([1.0, 2.0, bad, 3.0]) == [1.0, 2.0]


@pytest.mark.parametrize(
    ("losses", "shape"),
    [
        ([], "empty"),
        ([1.0], "slow"),
        ([NAN], "diverges"),
        ([1.0, 0.5, 0.3, 0.25], "slow"),
        ([0.0] * 9, "falls"),
        ([5.0] * 20, "stalls"),
        ([1.0, 1e-1, 1e-2, 1e-4], "falls"),
    ],
)
def test_shape_of_short_and_odd_curves(losses: list[float], shape: str) -> None:
    assert curves.shape_of(losses) == shape


def test_recorded_curve_that_is_a_copy_does_not_differ() -> None:
    assert not curves.differs([1.0, 0.5], [1.0, 0.5])


def test_recorded_curve_of_the_mean_differs_from_the_sum() -> None:
    assert curves.differs([1.0 / 42, 0.5 / 42], [1.0, 0.5])


def test_long_curve_is_thinned_and_keeps_its_last_point() -> None:
    at = curves.thinned(5000)
    assert (len(at) <= 302, at[0], at[-1]) == (True, 0, 4999)


# ---------- Figures ----------


def test_loss_that_spans_powers_of_ten_is_on_a_log_scale(language: Lang) -> None:
    assert charts.loss_of(train(0.03), dark=False)["layout"]["yaxis"]["type"] == "log"


def test_loss_of_one_magnitude_is_on_a_linear_scale(language: Lang) -> None:
    assert charts.loss_of(Curve(losses=(3.0, 2.5, 2.2)), dark=False)["layout"]["yaxis"]["type"] == "linear"


def test_log_scale_is_labelled_as_powers(english: None) -> None:
    assert "10⁻²" in charts.loss_of(train(0.03), dark=False)["layout"]["yaxis"]["ticktext"]


def test_reference_is_dotted_and_yours_is_solid(english: None) -> None:
    curve = replace(train(0.01), reference=train(0.02).losses)
    dashes = [trace["line"]["dash"] for trace in charts.loss_of(curve, dark=False)["data"]]
    assert dashes == ["dot", "solid"]


def test_recomputed_curve_is_drawn_when_the_recorded_one_differs(english: None) -> None:
    curve = replace(train(0.01), recomputed=train(0.02).losses)
    assert len(charts.loss_of(curve, dark=False)["data"]) == 2


def test_recomputed_curve_replaces_an_equal_recorded_one(english: None) -> None:
    curve = train(0.01)
    assert len(charts.loss_of(replace(curve, recomputed=curve.losses), dark=False)["data"]) == 1


@pytest.mark.parametrize(
    "losses",
    [
        (),
        (1.0,),
        (NAN,),
        (INF, 1.0),
        (0.0, 0.0),
        (1e30,) * 3,
        (-1.0, -2.0),
        tuple(10.0**n for n in range(-400, 300, 50)),
    ],
)
def test_figure_of_any_curve_is_json_without_nan(losses: tuple[float, ...], language: Lang) -> None:
    figure = charts.loss_of(Curve(losses=losses, lr=NAN), dark=True)
    assert json.dumps(figure, allow_nan=False)


def test_labels_stay_inside_the_chart(language: Lang) -> None:
    curve = replace(train(0.034), reference=train(0.01).losses)
    notes = charts.loss_of(curve, dark=False)["layout"]["annotations"]
    assert all(0 <= note["x"] <= 1 and 0 <= note["y"] <= 1 for note in notes)


def test_labels_of_two_curves_do_not_overlap(english: None) -> None:
    curve = replace(train(0.03), reference=train(0.01).losses)
    one, two = charts.loss_of(curve, dark=False)["layout"]["annotations"]
    assert abs(one["y"] - two["y"]) > 0.08 or abs(one["x"] - two["x"]) > 0.3


def test_themes_differ_in_the_color_of_your_line(english: None) -> None:
    light, dark = (charts.loss_of(train(0.03), dark=dark)["data"][0]["line"]["color"] for dark in (False, True))
    assert light != dark


# ---------- The plane of the path ----------


def test_path_starts_left_and_above_of_the_best_point() -> None:
    plane = curves.plane_of(train(0.03, "on"))
    assert plane is not None and plane.path[0][0] < 0 < plane.path[0][1]


def test_distance_along_the_steepest_grows_by_the_known_factor() -> None:
    plane = curves.plane_of(train(0.03, "on"))
    assert plane is not None
    assert plane.path[1][0] / plane.path[0][0] == pytest.approx(1 - 0.03 * plane.steep)


def test_path_that_runs_away_shows_its_first_steps_only() -> None:
    plane = curves.plane_of(train(0.03, "on"))
    assert plane is not None and 2 <= plane.shown < 6


def test_path_that_arrives_is_shown_whole() -> None:
    plane = curves.plane_of(train(0.03))
    assert plane is not None and plane.shown == len(plane.path)


@pytest.mark.parametrize(
    "broken",
    [
        {"path": ()},
        {"best": ()},
        {"hessian": ()},
        {"hessian": ((0.0, 0.0), (0.0, 0.0))},
        {"hessian": ((NAN, 0.0), (0.0, 1.0))},
        {"path": ((NAN, 0.0),)},
        {"path": ((1.0,),)},
        {"best": (1.0,), "hessian": ((2.0,),), "path": ((1.0,), (0.5,))},
    ],
)
def test_no_plane_without_a_path_and_a_curvature(broken: dict[str, Any]) -> None:
    assert curves.plane_of(replace(train(0.03), **broken)) is None


def test_path_figure_of_one_point_is_drawn(language: Lang) -> None:
    curve = train(0.03)
    plane = curves.plane_of(replace(curve, path=curve.path[:1]))
    assert plane is not None and json.dumps(charts.path_of(plane, dark=False), allow_nan=False)


def test_path_figure_names_where_a_step_lands(english: None) -> None:
    plane = curves.plane_of(train(0.03, "on"))
    assert plane is not None
    notes = [note["text"] for note in charts.path_of(plane, dark=False)["layout"]["annotations"]]
    assert notes[-1].startswith(f"step {plane.shown} lands at ")


# ---------- What is said ----------


def test_sentence_says_when_the_loss_leaves_the_chart(english: None) -> None:
    assert charts.said_of_loss(train(0.1)).startswith("Your loss leaves the chart after step ")


def test_sentence_names_what_the_reference_reaches(english: None) -> None:
    curve = replace(train(0.1), reference=train(0.03).losses)
    assert charts.said_of_loss(curve).endswith("The reference falls to 10⁻⁷.")


def test_sentence_of_a_curve_that_never_moves_says_where_it_stays(english: None) -> None:
    assert charts.said_of_loss(Curve(losses=(7.36,) * 25)) == "Your loss stays at 7.36."


def test_sentence_of_a_loss_that_is_rounding_only_names_no_power_of_it(english: None) -> None:
    assert charts.said_of_loss(Curve(losses=(1.0, 1e-5, 1e-30))) == "Your loss falls to below 10⁻¹² in 2 steps."


def test_path_that_climbs_one_side_does_not_jump_from_wall_to_wall(english: None) -> None:
    curve = train(0.03)
    up = tuple(tuple(b + 1.5**n * (a - b) for a, b in zip(curve.path[0], curve.best, strict=True)) for n in range(20))
    plane = curves.plane_of(replace(curve, path=up))
    assert plane is not None and "running away" in charts.said_of_path(plane, "diverges")


def test_every_sentence_is_said_in_both_languages(language: Lang) -> None:
    said = [charts.said_of_loss(Curve(losses=tuple(losses))) for losses in ([], [1.0], [NAN], [5.0] * 9, [1, 2, 4, 8])]
    assert all(any("\u4e00" <= sign <= "\u9fff" for sign in text) == (language == "zh") for text in said)


@pytest.mark.parametrize(
    ("value", "text"), [(0.0161, "0.0161"), (0.03, "0.03"), (1.4, "1.4"), (5.0, "5"), (120.0, "120")]
)
def test_rate_has_three_digits_and_no_power(value: float, text: str) -> None:
    assert charts.rate(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(2.6e-6, "10⁻⁶"), (5.1, "5.1"), (-22.4, "−22.4"), (INF, "∞"), (0.0, "0"), (1234.0, "1234")]
)
def test_number_is_short(value: float, text: str) -> None:
    assert figures.number(value) == text


def test_scale_names_limit_reference_and_yours_in_order(english: None) -> None:
    curve = replace(train(0.03, "on"), reference_lr=0.01)
    html = charts.scale(curve, piled=False)
    assert "small to large: reference 0.01, limit 0.0161 = 2 / λ, yours 0.03" in html


def test_scale_of_rates_far_apart_keeps_its_marks_inside(english: None) -> None:
    curve = replace(train(0.03), lr=1e9, reference_lr=1e-9)
    assert all(0 <= place <= 100 for place in charts._places([curve.lr or 0, curve.reference_lr or 0, 0.03]))


def test_scale_gives_close_rates_a_row_each(english: None) -> None:
    assert "near" in charts.scale(replace(train(0.0101), reference_lr=0.01), piled=False)


def test_explanation_above_the_limit_names_the_factor(english: None) -> None:
    assert "= 2.73" in charts._why(train(0.03, "on"), piled=False)[0]


def test_explanation_does_not_claim_what_the_curve_does_not_do(english: None) -> None:
    stalled = replace(train(0.01, "on"), losses=train(0.01, "frozen").losses)
    assert "Your curve does something else." in charts._why(stalled, piled=None)[0]


def test_path_that_runs_straight_down_does_not_cross_the_valley(english: None) -> None:
    plane = curves.plane_of(train(0.012))
    assert plane is not None and charts.said_of_path(plane, "falls").startswith("Your steps run down")


def test_path_of_a_frozen_bias_rests_away_from_the_best_point(english: None) -> None:
    frozen = train(0.01, "frozen")
    curve = replace(train(0.01, "on"), path=tuple((*w, 0.5) for w in frozen.path))
    plane = curves.plane_of(curve)
    assert plane is not None and "away from the best" in charts.said_of_path(plane, "stalls")


def test_steps_that_stand_apart_are_numbered(english: None) -> None:
    plane = curves.plane_of(train(0.03, "on"))
    assert plane is not None
    assert charts.path_of(plane, dark=False)["data"][2]["text"][plane.shown - 1] == str(plane.shown - 1)


# ---------- On the exercise page ----------


@pytest.mark.parametrize("passed", [True, False])
def test_training_result_shows_its_charts(passed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    learning = fakes.FakeLearning()
    state = learning.state("you", "corr2d")
    state.last = fakes.verdict(passed, curves={"loss": train(0.03, "on")})
    state.last_submission, state.attempts, state.passed = "s1", 1, passed
    monkeypatch.setattr(services, "build", lambda: fakes.services(learning))
    services.services.clear()
    test = AppTest.from_file(FRAME, default_timeout=20).run()
    test.query_params["id"] = "corr2d"
    test.switch_page("pages/exercise.py").run()
    services.services.clear()
    assert len([element for element in test.main if element.type == "plotly_chart"]) == 2
