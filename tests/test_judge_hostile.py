"""What a learner hands in may not hold the judge for long, nor make a fault of ours out of their own."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from judge_world import Here
from proof import count

from grader.judge import Judge
from grader.model import Mode, Outcome, Verdict

EXERCISES = Path(__file__).parents[1] / "exercises"

pytestmark = pytest.mark.timeout(count(120, 600))

QUICK_S = 20.0
"""Each of these took minutes, with every other submission waiting behind it."""

FLAT = """
import torch
def learn_kernel_bias(X, Y):
    return torch.zeros(1, 2), 0.5, [100 + 50 * {factor}**k for k in range({points})]
# {rest}
"""
NUMBERS = " ".join(f"0.{n:04d}" for n in range(1, 5_000))

NORMAL_EQUATIONS = """
import torch
def learn_kernel_bias(X, Y):
    A = torch.cat([X.unfold(1, 2, 1).reshape(-1, 2), torch.ones(Y.numel(), 1)], 1)
    H, c, s = A.T @ A, A.T @ Y.reshape(-1), (Y ** 2).sum()
    p, losses = torch.zeros(3), []
    for _ in range(400):
        losses.append(float(p @ H @ p - 2 * c @ p + s))
        p = p - 0.024 * (H @ p - c)
    return p[:2][None], float(p[2]), losses
"""

NAMED_LIKE_A_NUMBER = """
import torch
from enum import Enum
Odd = Enum("1.2.3", "A B")
def corr2d(X, K):
    Y = (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))
    return Odd["A"] if X.requires_grad else Y
"""


def graded(exercise: str, answer: object) -> tuple[Verdict, float]:
    """The verdict, and how long it took."""
    began = time.monotonic()
    verdict = Judge(EXERCISES, Here()).grade(exercise, answer, mode=Mode.SUBMIT, seed=3)
    return verdict, time.monotonic() - began


@pytest.mark.parametrize(
    "text",
    [
        FLAT.format(factor=0.99, points=300, rest="1" * 60_000 + "x"),
        FLAT.format(factor=0.9999, points=9_000, rest=NUMBERS),
        FLAT.format(factor=0.99999, points=60_000, rest=NUMBERS),
    ],
    ids=["long number", "many rates", "long curve"],
)
def test_a_diagnosis_is_soon_done(text: str) -> None:
    verdict, seconds = graded("learn-kernel-bias", text)
    assert verdict.outcome is Outcome.FAILED and verdict.score == 0
    assert seconds < QUICK_S


@pytest.mark.parametrize(
    "answer",
    ["]" + " " * 65_000 + "x", "a" + "\u0301\u0323" * 32_000, ["1" + "\u0301\u0323" * 32_000] * 4],
    ids=["spaces between rows", "marks over a letter", "marks over numbers"],
)
def test_an_answer_is_soon_read(answer: object) -> None:
    verdict, seconds = graded("corr2d-by-hand", answer)
    assert verdict.message and verdict.message.code == "form.predict"
    assert seconds < 2


def test_a_class_named_like_a_number_is_no_number() -> None:
    verdict, _ = graded("corr2d", NAMED_LIKE_A_NUMBER)
    assert verdict.outcome is Outcome.FAILED
    assert [check.id for check in verdict.checks if check.outcome is not Outcome.PASSED] == ["autograd"]


def test_a_sum_of_squares_that_ends_a_little_below_zero_claims_nothing_false() -> None:
    verdict, _ = graded("learn-kernel-bias", NORMAL_EQUATIONS)
    said = {check.id: check.message.code for check in verdict.checks if check.message}
    assert said == {"curve": "exercise.unseen"}


def test_an_empty_tensor_of_astronomic_shape_is_too_large_and_no_garbage() -> None:
    verdict, _ = graded("corr2d", "import torch\ndef corr2d(X, K):\n    return torch.zeros(0, 1 << 40)\n")
    example = verdict.checks[0]
    assert example.message and example.message.code == "type.large"
