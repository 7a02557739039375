"""Least squares where the losses of a long descent are looked at with rates that they do not come from."""

from __future__ import annotations

import pytest
import torch

from grader.authoring import LeastSquares

X = torch.tensor([[1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0]] * 6)
START = torch.tensor([0.3, -0.2, 0.5])


@pytest.fixture
def problem() -> LeastSquares:
    return LeastSquares(X, X[:, :-1] - X[:, 1:] + 0.5, 1, 2, bias=True)


@pytest.mark.parametrize("steps", [64, 70, 100, 128, 140])
@pytest.mark.parametrize("lr", [2.0, 9.0, 1e6])
def test_a_rate_whose_errors_overflow_explains_no_losses(problem: LeastSquares, steps: int, lr: float) -> None:
    losses = [problem.loss(point) for point in problem.descend(START, 0.01, steps)]
    assert problem.start_behind(losses, lr) is None


@pytest.mark.parametrize("steps", [70, 100])
def test_piled_errors_that_overflow_explain_no_losses(problem: LeastSquares, steps: int) -> None:
    losses = [problem.loss(point) for point in problem.descend(START, 0.01, steps)]
    assert problem.start_behind(losses, 2.0, piling=True) is None


def test_the_rate_of_a_hundred_steps_explains_them(problem: LeastSquares) -> None:
    path = problem.descend(START, 0.01, 100)
    start = problem.start_behind([problem.loss(point) for point in path[:-1]], 0.01, end=path[-1])
    assert start is not None
    assert torch.allclose(start, START.double(), atol=1e-3)
