"""Is what came back what was expected? A fixed ladder on plain arrays: type → shape → dtype → finite → values.

Never `torch.allclose`, which broadcasts (3,) against (4, 3) and which a Tensor subclass fools: `got` is data from a frame.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from grader.judge.arrays import Plain, type_name
from grader.model import Message
from grader.wire import Array, Opaque, Value

INTEGER, REAL_FLOAT = frozenset("iu"), ("float32", "float64")


class Dtypes(StrEnum):
    """Which dtypes an output may have."""

    FLOAT = "float"
    """float32 or float64: the book's style and the careful one."""
    DOUBLE = "double"
    """float64 alone."""
    REAL = "real"
    """Any real number, whole or not; bool is none."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first rung of the ladder that broke, and what to say."""

    rung: str
    message: Message


def compare(
    got: Value, expected: Any, tolerance: float, dtypes: Dtypes = Dtypes.FLOAT, name: str = "Y"
) -> Difference | None:
    """None when `got` is what was expected: each value within `tolerance` plus that share of the expected one.

    `expected` holds NumPy arrays, Python numbers, strings, None, or lists of these. Numbers match 0-d tensors too.
    """
    if isinstance(expected, np.ndarray) and expected.ndim:
        return _compare_arrays(got, expected, tolerance, dtypes, name)
    if isinstance(expected, np.ndarray):
        return _compare_number(got, expected.item(), tolerance)
    if isinstance(expected, list):
        return _compare_lists(got, expected, tolerance, dtypes)
    if isinstance(expected, (bool, int, float)):
        return _compare_number(got, expected, tolerance)
    if type(got) is type(expected) and got == expected:
        return None
    if type(got) is not type(expected):
        return wrong_type(got, type_name(expected))
    return Difference("values", Message("values.scalar", {"got": str(got)[:200], "expected": str(expected)[:200]}))


def wrong_type(got: Value, wanted: str) -> Difference:
    """`wanted` is `tensor`, `number` or a Python type's name."""
    name = type_name(got)
    if got is None:
        return Difference("type", Message("type.none"))
    if isinstance(got, Opaque) and name.endswith((" tensor", ", too large")):
        kind = "type.large" if name.endswith("large") else "type.kind"
        return Difference("type", Message(kind, {"got": name.removesuffix(", too large").removesuffix(" tensor")}))
    if wanted == "tensor" and isinstance(got, list):
        return Difference("type", Message("type.list", {"count": len(got)}))
    if wanted == "tensor" and isinstance(got, (int, float)):
        return Difference("type", Message("type.scalar", {"got": name}))
    if wanted == "number":
        return Difference("type", Message("type.number", {"got": name}))
    return Difference("type", Message("type.other", {"expected": wanted, "got": name}))


def wrong_dtype(got: Array, dtypes: Dtypes) -> Difference | None:
    """Whether the dtype is one that the output may not have."""
    kind = got.numpy().dtype.kind
    if dtypes is Dtypes.REAL:
        fine = kind in "fiu"
    else:
        fine = got.dtype == "float64" or (dtypes is Dtypes.FLOAT and got.dtype == "float32")
    if fine:
        return None
    if dtypes is Dtypes.DOUBLE and kind == "f":
        return Difference("dtype", Message("dtype.double", {"got": got.dtype}))
    return Difference("dtype", Message("dtype", {"got": got.dtype}))


def not_finite(got: Plain, expected: Plain | None = None, name: str = "Y") -> Difference | None:
    """Whether NaN or an infinity stands where a finite number should."""
    with np.errstate(all="ignore"):
        bad = ~np.isfinite(got) if expected is None else ~np.isfinite(got) & np.isfinite(expected)
    count = int(bad.sum())
    if not count:
        return None
    at = _place(name, np.unravel_index(int(bad.argmax()), bad.shape))
    return Difference("finite", Message("finite", {"count": count, "of": int(bad.size), "at": at}))


def is_close(got: Plain, expected: Plain, tolerance: float) -> Plain:
    """Which values agree; both arrays are float64 and of one shape. NaN agrees with NaN, −0 with 0."""
    with np.errstate(all="ignore"):
        near = np.abs(got - expected) <= tolerance + tolerance * np.abs(expected)
    return np.asarray(near | (got == expected) | (np.isnan(got) & np.isnan(expected)))


def _compare_arrays(got: Value, expected: Plain, tolerance: float, dtypes: Dtypes, name: str) -> Difference | None:
    if not isinstance(got, Array):
        return wrong_type(got, "tensor")
    if got.shape != expected.shape:
        return Difference("shape", Message("shape", {"expected": list(expected.shape), "got": list(got.shape)}))
    if expected.dtype.kind in "iub":
        return _compare_exactly(got, expected, name)
    array = got.numpy()
    if found := wrong_dtype(got, dtypes):
        return found
    values, wanted = array.astype(np.float64), expected.astype(np.float64)
    same = is_close(values, wanted, tolerance)
    if same.all():
        return None
    return not_finite(values, wanted, name) or _differing(values, wanted, same, name)


def _compare_exactly(got: Array, expected: Plain, name: str) -> Difference | None:
    """Whole numbers and booleans: the kind must be the same, the width may differ."""
    array = got.numpy()
    wants_bool = expected.dtype.kind == "b"
    if wants_bool != (array.dtype.kind == "b") or (not wants_bool and array.dtype.kind not in INTEGER):
        code = "dtype.bool" if wants_bool else "dtype.integer"
        return Difference("dtype", Message(code, {"got": got.dtype}))
    return _differing(array, expected, array == expected, name)


def _differing(got: Plain, expected: Plain, same: Plain, name: str) -> Difference | None:
    count = int(same.size - same.sum())
    if not count:
        return None
    index = np.unravel_index(int(same.argmin()), same.shape)
    first, wanted = apart(got[index].item(), expected[index].item())
    args = {"count": count, "of": int(same.size), "at": _place(name, index), "got": first, "expected": wanted}
    return Difference("values", Message("values", args))


def _compare_number(got: Value, expected: bool | int | float, tolerance: float) -> Difference | None:
    if isinstance(got, Array):
        if got.shape:
            return Difference("shape", Message("shape.scalar", {"got": list(got.shape)}))
        if got.numpy().dtype.kind not in "fiub":
            return Difference("dtype", Message("dtype", {"got": got.dtype}))
        got = got.numpy().item()
    if isinstance(expected, bool) or not isinstance(got, (bool, int, float)) or isinstance(got, bool):
        if type(got) is not type(expected):
            return wrong_type(got, "bool" if isinstance(expected, bool) else "number")
        return None if got == expected else _scalar(got, expected)
    if isinstance(got, float) and not math.isfinite(got) and math.isfinite(expected):
        return Difference("finite", Message("finite.scalar", {"got": str(got)}))
    if isinstance(expected, int) or got == expected:
        return None if got == expected else _scalar(got, expected)
    try:
        return None if abs(got - expected) <= tolerance + tolerance * abs(expected) else _scalar(got, expected)
    except OverflowError:  # a whole number with hundreds of digits
        return _scalar(got, expected)


def _scalar(got: bool | int | float, expected: bool | int | float) -> Difference:
    first, wanted = apart(got, expected)
    return Difference("values", Message("values.scalar", {"got": first, "expected": wanted}))


def _compare_lists(got: Value, expected: list[Any], tolerance: float, dtypes: Dtypes) -> Difference | None:
    if not isinstance(got, list):
        return Difference("type", Message("type.tuple", {"count": len(expected), "got": type_name(got)}))
    if len(got) != len(expected):
        return Difference("shape", Message("length", {"expected": len(expected), "got": len(got)}))
    for index, (mine, wanted) in enumerate(zip(got, expected, strict=True)):
        if found := compare(mine, wanted, tolerance, dtypes, f"result[{index}]"):
            return found
    return None


def _place(name: str, index: tuple[Any, ...]) -> str:
    return f"{name}[{', '.join(str(int(n)) for n in index)}]"


def apart(got: bool | int | float, expected: bool | int | float) -> tuple[str, str]:
    """Two different numbers in as few digits as tell them apart, at least four."""
    if isinstance(got, float) or isinstance(expected, float):
        for digits in range(4, 18):
            pair = tuple(f"{_float(value):.{digits}g}" for value in (got, expected))
            if pair[0] != pair[1]:
                break
    else:
        pair = (str(got)[:40], str(expected)[:40])
    return pair[0].replace("-", "−"), pair[1].replace("-", "−")


def _float(value: bool | int | float) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf
