"""What a cell recorded of a call: operations by name, factors and results of products. All of it is the cell's claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch

from grader.judge.arrays import Plain, plain
from grader.model import Message
from grader.sandbox.probes import PRODUCTS
from grader.wire import Array, Value

_CONVOLUTIONS = frozenset(name for name in dir(torch) if "conv" in name.lower())
UNFOLD = "im2col"
"""ATen's name of `F.unfold`; `Tensor.unfold` is `unfold`."""


def convolutions(ops: Mapping[str, int]) -> list[str]:
    """Names of built-in convolutions among what ran; what torch has no name for is a cell's invention."""
    ran = (name for name, count in ops.items() if "conv" in name.lower() and count > 0)
    return sorted({name if name in _CONVOLUTIONS else "convolution" for name in ran})


def products_in(ops: Mapping[str, int]) -> int:
    """How many matrix products ran."""
    return sum(count for name, count in ops.items() if name.removeprefix("aten::").split(".")[0] in PRODUCTS)


def forbidden(family: str, ops: Mapping[str, int]) -> Message | None:
    """What a rule against an operation says when that operation ran."""
    if family == "no_convolution" and (names := convolutions(ops)):
        return Message("rule.convolution", {"name": names[0]})
    if family == "no_unfold" and ops.get(UNFOLD, 0) > 0:
        return Message("rule.unfold")
    return None


def are_copied(operands: Sequence[Value], args: Sequence[object]) -> bool:
    """Whether the factors hold nothing but entries of the arguments, their negatives, 0 and 1: no sums made elsewhere."""
    numbers = [plain(arg).astype(np.float64).ravel() for arg in args if isinstance(arg, torch.Tensor)]
    known = np.concatenate([*numbers, [0.0, 1.0]])
    return are_among(operands, np.concatenate([known, -known]))


def entries(values: Sequence[Value]) -> Plain:
    """All numbers in these arrays; whatever is no array of real numbers has none."""
    arrays = [value.numpy() for value in values if isinstance(value, Array)]
    return np.concatenate([np.zeros(0), *(a.astype(np.float64).ravel() for a in arrays if a.dtype.kind in "fiu")])


def are_among(values: Sequence[Value], known: Plain) -> bool:
    """Whether each of these is an array of which every number is one of the known ones, as far as float32 can tell.

    An output that is only scaled by a product of ones doubles with it, but is not among its entries.
    """
    if not all(isinstance(value, Array) and value.numpy().dtype.kind in "fiu" for value in values):
        return False
    asked, known = np.unique(entries(values)), np.unique(known)
    if not len(known):
        return not len(asked)
    after = np.clip(np.searchsorted(known, asked), 0, len(known) - 1)
    before = np.clip(after - 1, 0, len(known) - 1)
    gap = np.minimum(np.abs(asked - known[after]), np.abs(asked - known[before]))
    return bool((gap <= 1e-5 * (1 + np.abs(asked))).all())
