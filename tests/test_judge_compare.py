"""The ladder type → shape → dtype → finite → values, on plain arrays only."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.judge.arrays import matrix_of
from grader.judge.compare import Dtypes, apart, compare
from grader.wire import Array, Opaque, Value
from grader.words import catalogue

EXPECTED = np.array([[1.0, -2.0, 0.0], [4.0, 5.5, 6.0]])


def array(values: Any, dtype: str = "float32") -> Array:
    return Array.of(np.asarray(values, dtype=dtype))


def rung(got: Value, expected: Any = EXPECTED, dtypes: Dtypes = Dtypes.FLOAT) -> str | None:
    """The rung that broke; its message has words and its code stands in the catalogue."""
    found = compare(got, expected, 1e-4, dtypes)
    assert found is None or found.message.code in catalogue()
    return found.rung if found else None


@pytest.mark.parametrize(
    ("got", "broken"),
    [
        (array(EXPECTED), None),
        (array(EXPECTED, "float64"), None),
        (array([[1, -2, -0.0], [4, 5.5, 6]]), None),
        (array(EXPECTED + 5e-5), None),
        (array(EXPECTED + 1e-3), "values"),
        (array(EXPECTED, "float16"), "dtype"),
        (array(EXPECTED, "int64"), "dtype"),
        (array(EXPECTED, "bool"), "dtype"),
        (array(EXPECTED, "complex64"), "dtype"),
        (array([[1, -2, math.nan], [4, 5.5, 6]]), "finite"),
        (array([[1, -2, 0], [4, math.inf, 6]]), "finite"),
        (array(EXPECTED.T), "shape"),
        (array(EXPECTED[0]), "shape"),
        (array(EXPECTED[None]), "shape"),
        (array(1.0), "shape"),
        (array(np.zeros((0, 3))), "shape"),
        (array(np.zeros(0)), "shape"),
        (None, "type"),
        (EXPECTED.tolist(), "type"),
        (1.0, "type"),
        (True, "type"),
        ("19", "type"),
        ({"Y": array(EXPECTED)}, "type"),
        (Opaque("ndarray"), "type"),
        (Opaque("torch.bfloat16 tensor"), "type"),
    ],
)
def test_a_tensor_breaks_the_first_rung_it_can(got: Value, broken: str | None) -> None:
    assert rung(got) == broken


@pytest.mark.parametrize("shape", [(1,), (3,), (1, 3), (2, 1), (1, 1), ()])
def test_what_would_broadcast_is_a_wrong_shape(shape: tuple[int, ...]) -> None:
    assert rung(array(np.ones(shape)), np.ones((2, 3))) == "shape"


@pytest.mark.parametrize(("dtype", "broken"), [("float32", "dtype"), ("float64", None), ("int64", "dtype")])
def test_double_means_float64_alone(dtype: str, broken: str | None) -> None:
    assert rung(array([[1, 2]], dtype), np.array([[1.0, 2.0]]), Dtypes.DOUBLE) == broken


@pytest.mark.parametrize(
    ("dtype", "broken"), [("float32", None), ("int64", None), ("int8", None), ("bool", "dtype"), ("complex64", "dtype")]
)
def test_real_means_whole_numbers_too_but_no_booleans(dtype: str, broken: str | None) -> None:
    assert rung(array([[1, 1]], dtype), np.array([[1.0, 1.0]]), Dtypes.REAL) == broken


@pytest.mark.parametrize(
    ("got", "expected", "broken"),
    [
        (0.0333, 0.0333, None),
        (array(0.0333), 0.0333, None),
        (array(0.0333, "float64"), 0.0333, None),
        (2, 2.0, None),
        (array(2, "int64"), 2, None),
        (2.0, 2, None),
        (2.5, 2, "values"),
        (-0.0, 0.0, None),
        (0.5, 0.0333, "values"),
        (10**40, 1.0, "values"),
        (math.nan, 1.0, "finite"),
        (math.inf, 1.0, "finite"),
        (math.inf, math.inf, None),
        (math.nan, 2, "finite"),
        (array(math.nan), 1.0, "finite"),
        (array([0.0333]), 0.0333, "shape"),
        (array([[0.0333]]), 0.0333, "shape"),
        (array(1, "bool"), 1.0, "type"),
        (array(1, "complex64"), 1.0, "dtype"),
        (True, 1.0, "type"),
        (None, 1.0, "type"),
        ("1", 1.0, "type"),
        ([1.0], 1.0, "type"),
        (True, True, None),
        (False, True, "values"),
        (1, True, "type"),
        (array(0.25), np.array(0.25), None),
        (0.25, np.array(0.25), None),
    ],
)
def test_a_number_may_be_a_float_or_a_tensor_without_axes(got: Value, expected: Any, broken: str | None) -> None:
    assert rung(got, expected) == broken


@pytest.mark.parametrize(
    ("got", "broken"),
    [
        ([6, 7], None),
        ([6, 8], "values"),
        ([6], "shape"),
        ([6, 7, 8], "shape"),
        (6, "type"),
        ([6, None], "type"),
        (array([6, 7], "int64"), "type"),
    ],
)
def test_a_tuple_is_compared_item_by_item(got: Value, broken: str | None) -> None:
    assert rung(got, [6, 7]) == broken


@pytest.mark.parametrize(
    ("got", "broken"),
    [
        (array([1, 2], "int32"), None),
        (array([1, 3], "int64"), "values"),
        (array([1, 2], "float32"), "dtype"),
        (array([1, 1], "bool"), "dtype"),
    ],
)
def test_whole_numbers_are_compared_exactly(got: Value, broken: str | None) -> None:
    assert rung(got, np.array([1, 2])) == broken


def test_the_first_difference_is_told_in_digits_that_differ() -> None:
    found = compare(array([[1.0, -2.0, 0.0], [4.0, 5.5008, 7.0]]), EXPECTED, 1e-5)
    assert found and dict(found.message.args) == {
        "count": 2,
        "of": 6,
        "at": "Y[1, 1]",
        "got": "5.501",
        "expected": "5.5",
    }


@pytest.mark.parametrize(("got", "expected"), [(1.00002, 1.0), (-3.0, 3.0), (5, 19), (1e-9, 0.0), (10**400, 1.0)])
def test_different_numbers_are_written_differently(got: float, expected: float) -> None:
    first, second = apart(got, expected)
    assert first != second and "-" not in first + second


Floats = st.floats(width=32, allow_nan=False, allow_infinity=False, min_value=-(2.0**60), max_value=2.0**60)
SHAPES = hnp.array_shapes(min_dims=1, max_dims=3, max_side=4)


@settings(max_examples=60, deadline=None)
@given(values=hnp.arrays(np.float64, SHAPES, elements=Floats), dtype=st.sampled_from(["float32", "float64"]))
def test_every_array_equals_itself_in_either_precision(values: npt.NDArray[np.float64], dtype: str) -> None:
    assert rung(array(values, dtype), values) is None


@settings(max_examples=60, deadline=None)
@given(values=hnp.arrays(np.float64, SHAPES, elements=Floats), data=st.data())
def test_one_changed_value_is_found_at_its_place(values: npt.NDArray[np.float64], data: st.DataObject) -> None:
    index = tuple(data.draw(st.integers(0, n - 1)) for n in values.shape)
    changed = values.copy()
    changed[index] += 1 + abs(changed[index]) / 8
    found = compare(array(changed, "float64"), values, 1e-4)
    assert found and (found.rung, found.message.args["at"]) == ("values", f"Y[{', '.join(map(str, index))}]")


@settings(max_examples=60, deadline=None)
@given(values=hnp.arrays(np.float64, SHAPES, elements=Floats), bad=st.sampled_from([math.nan, math.inf, -math.inf]))
def test_nothing_that_is_not_finite_passes(values: npt.NDArray[np.float64], bad: float) -> None:
    spoilt = values.copy()
    spoilt.reshape(-1)[-1] = bad
    assert rung(array(spoilt), values) == "finite"


@settings(max_examples=60, deadline=None)
@given(got=SHAPES, expected=SHAPES)
def test_shapes_are_never_stretched(got: tuple[int, ...], expected: tuple[int, ...]) -> None:
    assert rung(array(np.ones(got)), np.ones(expected)) == (None if got == expected else "shape")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (array([[1, math.nan], [math.inf, -math.inf]]), [[1.0, "nan"], ["inf", "-inf"]]),
        (array([0.1, 1 / 3]), [0.1, 0.3333333]),
        (array(np.zeros((21, 20))), None),
        (array([1, 0], "bool"), [True, False]),
        (2.5, 2.5),
        ([6, 7], [6, 7]),
    ],
)
def test_matrices_are_shown_in_seven_digits_when_small(value: Value, shown: Any) -> None:
    matrix = matrix_of(value)
    assert matrix and matrix.values == shown


@pytest.mark.parametrize("value", [None, "text", Opaque("ndarray"), {"a": 1}])
def test_what_is_no_number_is_not_shown(value: Value) -> None:
    assert matrix_of(value) is None
