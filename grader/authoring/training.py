"""Least squares, exactly: what a training loop must do at every step, and what it did when it did something else."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional


class LeastSquares:
    """The sum of squared errors of corr2d(X, K) (+ b) against Y: a quadratic in the entries of K row by row (and b).

    >>> problem = LeastSquares(torch.eye(2), torch.tensor([[1.0], [-1.0]]), 1, 2)
    >>> problem.hessian
    tensor([[2., 0.],
            [0., 2.]], dtype=torch.float64)
    >>> problem.best, problem.critical_lr
    (tensor([ 1., -1.], dtype=torch.float64), 1.0)
    """

    def __init__(self, X: Tensor, Y: Tensor, h: int, w: int, *, bias: bool = False) -> None:
        windows = functional.unfold(X.double()[None, None], (h, w))[0].t()
        self.A = torch.cat([windows, windows.new_ones(len(windows), 1)], 1) if bias else windows
        """One row a window; a column of ones for the bias."""
        self.y = Y.double().reshape(-1)
        self.hessian = 2 * self.A.t() @ self.A

    @property
    def best(self) -> Tensor:
        """The parameters of the smallest loss."""
        solution: Tensor = torch.linalg.lstsq(self.A, self.y[:, None], driver="gelsd").solution
        return solution[:, 0]

    @property
    def critical_lr(self) -> float:
        """2 / (largest eigenvalue of the Hessian): gradient descent diverges above it."""
        return 2 / float(torch.linalg.eigvalsh(self.hessian)[-1])

    def loss(self, parameters: Tensor) -> float:
        """The sum of squared errors.

        >>> LeastSquares(torch.eye(2), torch.tensor([[1.0], [-1.0]]), 1, 2).loss(torch.zeros(2))
        2.0
        """
        return float(((self.A @ parameters.double() - self.y) ** 2).sum())

    def gradient(self, parameters: Tensor) -> Tensor:
        """The gradient of the sum of squared errors.

        >>> LeastSquares(torch.eye(2), torch.tensor([[1.0], [-1.0]]), 1, 2).gradient(torch.zeros(2))
        tensor([-2.,  2.], dtype=torch.float64)
        """
        return 2 * self.A.t() @ (self.A @ parameters.double() - self.y)

    def descend(self, start: Tensor, lr: float, steps: int) -> list[Tensor]:
        """Plain gradient descent: the parameters before each step, and after the last.

        >>> LeastSquares(torch.eye(2), torch.tensor([[1.0], [-1.0]]), 1, 2).descend(torch.zeros(2), 0.5, 1)[-1]
        tensor([ 1., -1.], dtype=torch.float64)
        """
        path = [start.double()]
        for _ in range(steps):
            path.append(path[-1] - lr * self.gradient(path[-1]))
        return path

    def parameters_behind(self, predictions: object) -> Tensor:
        """The parameters that give each of these predictions (n, outputs), where any do → (m, parameters), m ≤ n.

        `predictions` may be anything: what cannot be read holds none.

        >>> LeastSquares(torch.eye(2), torch.tensor([[1.0], [-1.0]]), 1, 2).parameters_behind(torch.tensor([[3.0, 4.0]]))
        tensor([[3., 4.]], dtype=torch.float64)
        """
        none = self.y.new_zeros(0, self.A.shape[1])
        if not isinstance(predictions, Tensor) or predictions.dim() != 2 or predictions.shape[1] != len(self.y):
            return none
        kept = predictions.double()[torch.isfinite(predictions).all(1)]
        if not len(kept):
            return none
        found: Tensor = torch.linalg.lstsq(self.A, kept.t(), driver="gelsd").solution.t()
        gap = (found @ self.A.t() - kept).abs().amax(1)
        return found[gap <= 1e-3 * (1 + kept.abs().amax(1))]

    def start_behind(
        self, losses: Sequence[float], lr: float, *, piling: bool = False, end: Tensor | None = None
    ) -> Tensor | None:
        """The start from which plain gradient descent with `lr` records these losses; None where there is none.

        Along each eigenvector the error shrinks or grows by a known factor a step, so the losses tell how far off the
        start was in each direction. They do not tell on which side: `end`, the last parameters, does where it is
        given; else the mirror image that comes back has the same losses. `piling`: gradients are never set to zero.

        >>> problem = LeastSquares(torch.eye(2), torch.tensor([[1.0], [-1.0]]), 1, 2)
        >>> losses = [problem.loss(point) for point in problem.descend(torch.tensor([2.0, -3.0]), 0.1, 20)]
        >>> round(problem.loss(problem.start_behind(losses, 0.1)), 3), problem.start_behind(losses, 0.2)
        (5.0, None)
        """
        values, vectors = torch.linalg.eigh(self.hessian)
        known = torch.tensor(_finite(losses), dtype=torch.float64)
        errors = _errors(1 - lr * values, len(known), piling)
        squares = errors**2
        if len(known) < 3 or not bool((squares < _TOO_FAR).all()) or not float(known[0]) > 0:
            return None
        rest = self.loss(self.best)
        try:
            shares = _shares(squares, known - rest)
        except RuntimeError:  # torch.linalg.LinAlgError: no solution was found
            return None
        fitted = squares @ shares + rest
        if not bool(((fitted - known).abs() <= _NEAR * known.abs() + _NOISE * known[0]).all()):
            return None
        offset = (2 * shares / values.clamp(min=1e-9)).sqrt()
        if end is not None and bool(torch.isfinite(end).all()):
            last = _errors(1 - lr * values, len(losses) + 1, piling)[-1]
            side = (vectors.t() @ (end.double() - self.best)) * torch.where(last < 0, -1.0, 1.0)
            offset = torch.where(side < 0, -offset, offset)
        start: Tensor = self.best + vectors @ offset
        return start


_NEAR, _NOISE = 0.002, 1e-6
"""How near the fitted losses must come: a share of each, and of the first (what float32 loses)."""
_TRUSTED = 1e25
_TOO_FAR = 1e100
"""Squares of this size (or NaN) explain no loss below `_TRUSTED`, and LAPACK cannot take infinite ones."""


def _finite(losses: Sequence[float]) -> list[float]:
    """The beginning, up to the first value that is not finite or so large that float32 may have lost it."""
    ends = (n for n, loss in enumerate(losses) if not (math.isfinite(loss) and abs(loss) < _TRUSTED))
    return [float(loss) for loss in losses[: next(ends, len(losses))]]


def _errors(factor: Tensor, steps: int, piling: bool) -> Tensor:
    """The error before each step in each direction, of an error of 1 before the first → (steps, directions)."""
    if not piling:
        powers: Tensor = factor ** torch.arange(steps, dtype=torch.float64)[:, None]
        return powers
    columns = [_piled(one, steps) for one in factor.tolist()]
    return torch.tensor(columns, dtype=torch.float64).t()


def _piled(factor: float, steps: int) -> list[float]:
    """One direction of it. Plain numbers: a step on tensors takes a hundred times as long, and curves may be long."""
    errors, speed = [1.0], 0.0
    for _ in range(steps - 1):
        speed += (factor - 1) * errors[-1]
        errors.append(errors[-1] + speed)
    return errors


def _shares(squares: Tensor, losses: Tensor) -> Tensor:
    """Shares ≥ 0 of the first loss that explain all of them, each loss weighed as much as the others."""
    weight = 1 / losses.abs().clamp(min=_NOISE * abs(float(losses[0])))
    open_ = torch.ones(squares.shape[1], dtype=torch.bool)
    shares = torch.zeros(squares.shape[1], dtype=torch.float64)
    while bool(open_.any()):
        system, wanted = (squares * weight[:, None])[:, open_], (losses * weight)[:, None]
        solution = torch.linalg.lstsq(system, wanted, driver="gelsd").solution[:, 0]
        if bool((solution >= 0).all()):
            shares[open_] = solution
            break
        places = open_.nonzero()[:, 0]
        open_[places[solution.argmin()]] = False
    return shares
