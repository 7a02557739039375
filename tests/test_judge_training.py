"""Training, judged by physics: a curve is recomputed, a mistake named from the weights, junk survived."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from judge_world import Here

from grader.authoring import Case, LeastSquares, Report, conv2d, stripes
from grader.judge import Judge
from grader.judge.curves import POINTS, clean
from grader.model import Curve, Mode, Verdict
from grader.words import catalogue

EXERCISES = Path(__file__).parents[1] / "exercises"
JUDGE = Judge(EXERCISES, Here())
KERNEL, BIAS = (JUDGE.content(id) for id in ("learn-kernel", "learn-kernel-bias"))


def graded(exercise: str, source: str, seed: int = 3) -> Verdict:
    return JUDGE.grade(exercise, source, mode=Mode.SUBMIT, seed=seed)


def curve(exercise: str, source: str, seed: int = 3) -> Curve:
    return graded(exercise, source, seed).curves["loss"]


def with_rate(lr: str, steps: int = 400) -> str:
    return str(BIAS.solution).replace("0.01, 400", f"{lr}, {steps}")


# ---------- curves ----------


def test_a_right_curve_is_its_own_recomputation_and_reference() -> None:
    drawn = curve("learn-kernel", str(KERNEL.solution))
    assert len(drawn.losses) == 25
    assert drawn.losses == pytest.approx(drawn.recomputed, abs=1e-4)
    assert drawn.losses == pytest.approx(drawn.reference, abs=1e-4)
    assert drawn.best == pytest.approx((1, -1)) and drawn.critical_lr == pytest.approx(1 / 30)


def test_the_way_of_the_weights_comes_from_the_curve_alone() -> None:
    drawn = curve("learn-kernel-bias", with_rate("0.01"))
    problem = LeastSquares(*KERNEL_BIAS_DATA, 1, 2, bias=True)
    losses = [problem.loss(torch.tensor(point)) for point in drawn.path]
    assert losses == pytest.approx(drawn.losses, rel=0.01, abs=1e-4) and len(drawn.path[0]) == 3


KERNEL_BIAS_DATA = (stripes(), conv2d(stripes(), torch.tensor([[1.0, -1.0]])) + 0.5)


def test_a_diverging_curve_is_drawn_as_far_as_it_is_finite_with_its_rate() -> None:
    drawn = curve("learn-kernel-bias", with_rate("0.03"))
    assert (drawn.lr, drawn.reference_lr) == (0.03, 0.01) and drawn.critical_lr == pytest.approx(0.016089, abs=1e-6)
    assert 20 < len(drawn.losses) < 60 and all(map(math.isfinite, (*drawn.losses, *drawn.recomputed)))
    assert drawn.recomputed[:20] == pytest.approx(drawn.losses[:20], rel=0.01)


@pytest.mark.parametrize(("lr", "rate"), [("0.0125", 0.0125), ("3e-3", 0.003), ("0.0147", 0.0147), ("1/80", 0.0125)])
def test_the_rate_is_read_from_the_curve(lr: str, rate: float) -> None:
    drawn = curve("learn-kernel-bias", with_rate(lr, 300))
    assert drawn.lr == pytest.approx(rate, rel=1e-3)


def test_the_message_of_a_diverging_run_has_rate_and_limit() -> None:
    check = next(c for c in graded("learn-kernel-bias", with_rate("0.02")).checks if c.id == "curve")
    assert check.message and check.message.code == "exercise.grows-lr"
    assert check.message.args["lr"] == pytest.approx(0.02, rel=1e-3)


def test_a_forged_curve_is_found_by_the_weights() -> None:
    forged = str(KERNEL.solution).replace("losses.append(loss.item())", "losses.append(9.0 * 0.5 ** len(losses))")
    verdict = graded("learn-kernel", forged)
    assert [c.id for c in verdict.checks if c.points == 0] == ["curve"] and verdict.misconception is None


def test_curves_are_cut_to_what_can_be_drawn() -> None:
    long = Curve(losses=(1.0,) * 900, recomputed=(2.0, math.inf, 3.0), path=((1.0, 2.0), (math.nan, 1.0)), lr=math.nan)
    cut = clean({"loss": long})["loss"]
    assert (len(cut.losses), cut.recomputed, cut.path, cut.lr) == (POINTS, (2.0,), ((1.0, 2.0),), None)


CLOSED = """
def learn_kernel_bias(X, Y):
    A = torch.cat([X.unfold(1, 2, 1).reshape(-1, 2), torch.ones(Y.numel(), 1)], 1)
    end = torch.linalg.lstsq(A, Y.reshape(-1, 1)).solution[:, 0]
    start = START
    error = A @ start - Y.reshape(-1)
    losses = LOSSES
    return end[:2].reshape(1, 2), end[2].item(), losses
"""


@pytest.mark.parametrize(
    ("start", "losses", "code"),
    [
        ("torch.zeros(3)", "[float((Y ** 2).sum()) * 0.9**k for k in range(300)]", "unseen"),
        ("torch.randn(3)", "[float((error ** 2).sum()) * 0.9**k for k in range(300)]", "unseen"),
        ("end * 2", "[float(((A @ (end + end * 0.9**k) - Y.reshape(-1)) ** 2).sum()) for k in range(300)]", "start-by-data"),
        ("torch.randn(3)", "[float(((A @ (end + (start - end) * 0.97**k) - Y.reshape(-1)) ** 2).sum()) for k in range(300)]", "not-downhill"),
        ("torch.randn(3)", "[((A @ (start * 0.9**k) - Y.reshape(-1)) ** 2).sum().item() * 0 + 0.8**k for k in range(300)]", "same-curve"),
        ("torch.randn(3)", "[((A @ (start * 0.9**k) - Y.reshape(-1)) ** 2).sum().item() * 0.8**k for k in range(300)]", "invented"),
    ],
)  # fmt: skip
def test_a_curve_that_no_descent_records_earns_nothing(start: str, losses: str, code: str) -> None:
    verdict = graded("learn-kernel-bias", CLOSED.replace("START", start).replace("LOSSES", losses))
    check = next(c for c in verdict.checks if c.id == "curve")
    assert (check.points, check.message and check.message.code, verdict.score) == (0, f"exercise.{code}", 7)


# ---------- names over seeds ----------


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("known", [KERNEL, BIAS], ids=lambda c: c.facts.id)
def test_every_wrong_answer_is_named_whatever_the_seed(known: Any, seed: int) -> None:
    for wrong in known.wrong:
        assert graded(known.facts.id, wrong.source, seed).misconception == wrong.misconception.id


@pytest.mark.parametrize("bias", [-0.7, -0.2, 0.3, 0.65])
def test_a_frozen_bias_rests_at_20_4_times_its_square(bias: float) -> None:
    """The number that the feedback tells, and the plateau that names it."""
    X, Y = KERNEL_BIAS_DATA
    problem = LeastSquares(X, Y - 0.5 - bias, 1, 2)
    assert problem.loss(problem.best) == pytest.approx(20.4 * bias**2, rel=1e-3)


# ---------- hostile outputs ----------

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**62), 2**62) | st.floats() | st.text(max_size=3)
    | st.sampled_from([torch.zeros(1, 2), torch.zeros(1, 2).double(), torch.full((1, 2), math.nan).double(), torch.zeros(()), torch.ones(0)]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["runs", "again", "x"]), inner, max_size=3),
    max_leaves=12,
)  # fmt: skip
PAIRS = st.lists(st.just([torch.zeros(1, 2).double(), [1.0, 2.0]]) | JUNK, min_size=26, max_size=26)
TRIPLES = st.tuples(
    st.just(torch.zeros(1, 2).double()) | JUNK, st.floats() | JUNK, st.lists(st.floats() | JUNK, max_size=14)
)


def survives(known: Any, outputs: dict[str, Any]) -> None:
    cases = {id: [case_of(known, id)] for id in known.right.checks}
    for id, output in outputs.items():
        check = known.right.check(id)
        args = ([output] * 2, [cases[id][0].args] * 2) if check.all_at_once else (output, *cases[id][0].args)
        found = check.judge(*args)
        assert found is None or found.code in known.facts.messages
    report = Report("lr = 0.01", {id: [outputs.get(id)] for id in cases}, cases, frozenset(cases))
    name = known.right.diagnose(report)
    assert name is None or name in known.facts.misconceptions
    clean(known.right.curves(report))


def case_of(known: Any, id: str) -> Case:
    from grader.judge.cases import plan

    return next(p.case for p in plan(known, 1) if p.facts.id == id)


@settings(max_examples=150, deadline=None)
@given(junk=JUNK | st.fixed_dictionaries({"runs": PAIRS, "again": JUNK}))
def test_junk_in_place_of_a_trajectory_is_the_learners_finding(junk: Any) -> None:
    survives(KERNEL, {"curve": junk, "sum-loss": junk, "converges": junk, "hidden-kernel": junk})


@settings(max_examples=150, deadline=None)
@given(junk=JUNK | TRIPLES.map(list))
def test_junk_in_place_of_a_result_is_the_learners_finding(junk: Any) -> None:
    survives(BIAS, {"converges": junk, "curve": junk, "other-target": junk})
    survives(BIAS, {"converges": junk, "curve": [junk] * 4, "other-target": junk})


def test_every_word_of_the_training_exercises_is_there() -> None:
    assert "hidden.property" in catalogue() and {"grows-lr", "claims"} <= set(BIAS.facts.messages)
