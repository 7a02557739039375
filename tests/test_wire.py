"""Frames: what goes in comes out, and hostile bytes raise WireError and nothing else."""

from __future__ import annotations

import struct
from typing import Any

import msgpack
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.errors import WireError
from grader.wire import DTYPES, FRAME_CAP, Array, FrameBuffer, Opaque, decode, encode

ARRAYS = st.sampled_from(sorted(DTYPES)).flatmap(
    lambda name: hnp.arrays(
        np.dtype(DTYPES[name]), hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)
    ).map(Array.of)
)
SCALARS = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text() | st.binary()
)
OPAQUE = st.text("abc.é", max_size=40).map(Opaque)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS | ARRAYS | OPAQUE, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4)
)


def body(value: Any) -> bytes:
    return encode(value)[4:]


@given(VALUES)
def test_value_survives_the_wire(value: Any) -> None:
    assert decode(body(value)) == value


@given(ARRAYS)
def test_array_bytes_survive_exactly(array: Array) -> None:
    assert decode(body(array)).numpy().tobytes() == array.data


def test_nan_and_negative_zero_survive() -> None:
    back = decode(body(Array.of(np.array([np.nan, -0.0], dtype=np.float32)))).numpy()
    assert (bool(np.isnan(back[0])), bool(np.signbit(back[1]))) == (True, True)


@given(st.binary(max_size=200))
def test_any_bytes_decode_or_raise_wire_error(data: bytes) -> None:
    try:
        decode(data)
    except WireError:
        pass


@given(VALUES, st.data())
def test_mutated_frame_decodes_or_raises_wire_error(value: Any, data: st.DataObject) -> None:
    frame = bytearray(body(value))
    for _ in range(data.draw(st.integers(1, 4))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    try:
        decode(bytes(frame))
    except WireError:
        pass


@given(VALUES, st.integers(0, 100))
def test_cut_frame_raises_wire_error(value: Any, at: int) -> None:
    whole = body(value)
    with pytest.raises(WireError):
        decode(whole[: at % len(whole)])


@given(st.lists(VALUES, max_size=4), st.lists(st.integers(1, 40), min_size=1, max_size=20))
def test_buffer_gives_whole_frames_however_they_are_cut(values: list[Any], sizes: list[int]) -> None:
    stream = b"".join(encode(value) for value in values)
    buffer = FrameBuffer()
    got: list[Any] = []
    while stream:
        for size in sizes:
            got += buffer.feed(stream[:size])
            stream = stream[size:]
    assert (got, buffer.is_empty) == (values, True)


def test_announced_length_over_the_cap_raises_before_it_is_read() -> None:
    with pytest.raises(WireError, match="announced"):
        list(FrameBuffer().feed(struct.pack(">I", FRAME_CAP + 1)))


def test_half_frame_is_seen_at_the_end() -> None:
    buffer = FrameBuffer()
    assert (list(buffer.feed(encode("abc")[:-1])), buffer.is_empty) == ([], False)


@pytest.mark.parametrize(
    "value",
    [{1: 2}, {"a": object()}, 1 << 70, (1, 2), [np.float32(1)]],
    ids=["integer key", "object", "big", "tuple", "numpy"],
)
def test_value_without_a_form_raises_wire_error(value: Any) -> None:
    with pytest.raises(WireError):
        body_of = encode(value)
        decode(body_of[4:])


def test_frame_over_the_cap_raises_wire_error() -> None:
    with pytest.raises(WireError, match="at most 100"):
        encode(b"x" * 200, cap=100)


def _array(dtype: Any, shape: Any, data: Any) -> bytes:
    packed: bytes = msgpack.packb(msgpack.ExtType(1, msgpack.packb([dtype, shape, data])))
    return packed


@pytest.mark.parametrize(
    "frame",
    [
        _array("float32", [2], b"\0" * 7),
        _array("float32", [-1], b""),
        _array("object", [1], b"\0" * 8),
        _array("float32", [1 << 40, 0], b""),
        _array("float32", [1] * 9, b"\0" * 4),
        _array("float32", [True], b"\0" * 4),
        _array("float32", "x", b""),
        _array("float32", [1], "abcd"),
        msgpack.packb(msgpack.ExtType(7, b"")),
        b"\xdd\xff\xff\xff\xff",
        b"\xc6\xff\xff\xff\xff",
        b"\x91" * 5000,
        msgpack.packb({b"key": 1}),
    ],
    ids=[
        "short",
        "negative",
        "dtype",
        "huge",
        "dims",
        "bool side",
        "shape text",
        "data text",
        "ext",
        "array bomb",
        "bin bomb",
        "nesting",
        "bytes key",
    ],
)
def test_crafted_frame_raises_wire_error(frame: bytes) -> None:
    with pytest.raises(WireError):
        decode(frame)
