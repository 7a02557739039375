"""Least squares, exactly: what a training loop must do at every step, and what it did when it did something else."""

from __future__ import annotations

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
