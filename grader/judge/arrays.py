"""Values on their way: trusted tensors → frames, hostile frames → plain arrays, arrays → what a person is shown."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from grader.errors import WireError
from grader.model import Json, Matrix
from grader.wire import Array, Opaque, Value

Plain = npt.NDArray[Any]

SHOWN_CAP = 400
"""Values of the largest matrix that is shown."""
SHOWN_DIMS = 3


def to_wire(value: Any) -> Value:
    """A trusted value as it goes into a cell. Raises `WireError` for what has no form there."""
    if isinstance(value, Tensor):
        return Array.of(plain(value))
    if isinstance(value, (list, tuple)):
        return [to_wire(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_wire(item) for key, item in value.items()}
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    raise WireError(f"{type(value).__name__} has no form on the wire")


def plain(tensor: Tensor) -> Plain:
    """A tensor as a NumPy array of the same dtype."""
    array: Plain = tensor.detach().contiguous().numpy()
    return array


def expected_of(value: Any) -> Any:
    """A reference's output with NumPy arrays in place of tensors; `torch.Size` and tuples become lists."""
    if isinstance(value, Tensor):
        return plain(value)
    if isinstance(value, (list, tuple)):
        return [expected_of(item) for item in value]
    return value


def from_wire(value: Value) -> Any:
    """What a cell returned, for a property to look at: tensors of real numbers in float64, anything else as it came."""
    if isinstance(value, Array):
        array = value.numpy()
        real = array.dtype.kind in "fiu"
        return torch.from_numpy(array.astype(np.float64) if real else array.copy())
    if isinstance(value, list):
        return [from_wire(item) for item in value]
    if isinstance(value, dict):
        return {key: from_wire(item) for key, item in value.items()}
    return value


def matrix_of(value: Any) -> Matrix | None:
    """A value as a person sees it; None where there is nothing to show."""
    if isinstance(value, Tensor):
        value = plain(value)
    if isinstance(value, Array):
        return _shown(value.numpy(), value.dtype)
    if isinstance(value, np.ndarray):
        return _shown(value, "bool" if value.dtype == np.bool_ else value.dtype.name)
    if isinstance(value, (bool, int, float)):
        return Matrix((), type(value).__name__, _number(value))
    if isinstance(value, list) and value and all(type(item) in (bool, int, float) for item in value):
        return Matrix((len(value),), type(value[0]).__name__, [_number(item) for item in value[:SHOWN_CAP]])
    return None


def type_name(value: Any) -> str:
    """What a learner calls the type of a value that came out of a cell."""
    if isinstance(value, (Array, np.ndarray)):
        return "tensor"
    if isinstance(value, Opaque):
        return value.type_name
    if isinstance(value, list):
        return "list/tuple"  # the wire makes one of both
    return "None" if value is None else type(value).__name__


def _shown(array: Plain, dtype: str) -> Matrix:
    small = array.size <= SHOWN_CAP and array.ndim <= SHOWN_DIMS and array.dtype.kind in "fiub"
    return Matrix(tuple(array.shape), dtype, _nested(array.tolist()) if small else None)


def _nested(values: Any) -> Json:
    return [_nested(item) for item in values] if isinstance(values, list) else _number(values)


def _number(value: bool | int | float) -> Json:
    """Seven digits: what float32 can tell, without its tail."""
    if isinstance(value, float):
        return float(f"{value:.7g}") if math.isfinite(value) else str(value)
    return value if abs(value) < 1 << 63 else str(value)[:40]
