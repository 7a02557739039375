"""Frames: a four-byte length, then msgpack with arrays as dtype, shape and raw little-endian bytes. No pickle, ever.

A frame that comes from a cell is hostile. `decode` raises `WireError` and nothing else, and allocates no more than the
frame's own size allows: lengths are checked before anything is built.
"""

from __future__ import annotations

import math
import os
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgpack
import numpy as np
import numpy.typing as npt

from grader.errors import WireError

FRAME_CAP = 8 << 20
"""Bytes of the largest frame anybody accepts."""

ITEM_CAP = 65_536
"""Items of the longest list or mapping."""

TOTAL_CAP = 2 * ITEM_CAP
"""Items of all lists and mappings of a frame: eight megabytes of empty lists would take half a gigabyte."""

DTYPES = {
    "float32": "<f4",
    "float64": "<f8",
    "float16": "<f2",
    "int64": "<i8",
    "int32": "<i4",
    "int16": "<i2",
    "int8": "|i1",
    "uint8": "|u1",
    "bool": "|b1",
    "complex64": "<c8",
    "complex128": "<c16",
}
"""torch's names → NumPy's little-endian types."""

_NAMES = {np.dtype(layout): name for name, layout in DTYPES.items()}

_HEAD = struct.Struct(">I")
_ARRAY, _OPAQUE = 1, 2
_MAX_DIMS = 8
_MAX_DEPTH = 32
_ARRAY_ITEMS = 3 + _MAX_DIMS

_SMALL = 1024
"""Bytes of a frame that can hold nothing large, so that nobody counts its items."""

# What follows the first byte of each msgpack form: so many bytes; or a length so wide, and what it counts.
_FOLLOW = {0xCA: 4, 0xCB: 8, 0xCC: 1, 0xCD: 2, 0xCE: 4, 0xCF: 8, 0xD0: 1, 0xD1: 2, 0xD2: 4, 0xD3: 8}
_FOLLOW |= {0xD4: 2, 0xD5: 3, 0xD6: 5, 0xD7: 9, 0xD8: 17} | {0xA0 + n: n for n in range(32)}
_FOLLOW |= dict.fromkeys([*range(0x80), 0xC0, 0xC1, 0xC2, 0xC3, *range(0xE0, 0x100)], 0)
_BYTES = {0xC4: 1, 0xC5: 2, 0xC6: 4, 0xC7: 1, 0xC8: 2, 0xC9: 4, 0xD9: 1, 0xDA: 2, 0xDB: 4}
_EXT = (0xC7, 0xC8, 0xC9)
_ITEMS = {0xDC: (2, 1), 0xDD: (4, 1), 0xDE: (2, 2), 0xDF: (4, 2)}


@dataclass(frozen=True, slots=True)
class Array:
    """A tensor on the wire: `dtype` is torch's name, `data` little-endian, C order."""

    dtype: str
    shape: tuple[int, ...]
    data: bytes

    @staticmethod
    def of(array: npt.NDArray[Any], dtype: str | None = None) -> Array:
        """Pack a NumPy array; its dtype must be one of `DTYPES`."""
        name = dtype or _NAMES.get(array.dtype)
        if name not in DTYPES:
            raise WireError(f"no wire type for {array.dtype.name}")
        return Array(name, tuple(array.shape), np.ascontiguousarray(array, dtype=DTYPES[name]).tobytes())

    def numpy(self) -> npt.NDArray[Any]:
        """A read-only view of the bytes, shaped. Raises `WireError` when they do not fit."""
        _check_array(self.dtype, self.shape, self.data)
        return np.frombuffer(self.data, dtype=DTYPES[self.dtype]).reshape(self.shape)


@dataclass(frozen=True, slots=True)
class Opaque:
    """Something that has no form on the wire: only the name of its type crosses."""

    type_name: str


Value = None | bool | int | float | str | bytes | list[Any] | dict[str, Any] | Array | Opaque
"""What a frame may hold; lists and mappings hold Values."""


def _check_array(dtype: str, shape: tuple[int, ...], data: bytes) -> None:
    if dtype not in DTYPES:
        raise WireError("unknown dtype")
    if len(shape) > _MAX_DIMS or any(type(n) is not int or not 0 <= n < 1 << 31 for n in shape):
        raise WireError("bad shape")
    if math.prod(max(n, 1) for n in shape) >= 1 << 31:  # empty, and yet too large for NumPy to shape
        raise WireError("bad shape")
    if math.prod(shape) * np.dtype(DTYPES[dtype]).itemsize != len(data):
        raise WireError("array bytes do not fit its shape")


def _pack_extra(value: object) -> msgpack.ExtType:
    if type(value) is Array:
        return msgpack.ExtType(_ARRAY, msgpack.packb([value.dtype, list(value.shape), value.data]))
    if type(value) is Opaque:
        return msgpack.ExtType(_OPAQUE, value.type_name.encode()[:200])
    raise TypeError(f"{type(value).__name__} has no form on the wire")


def _check_items(body: bytes, cap: int) -> None:
    """Walk over the heads alone. Raises `WireError` when there are more items than `cap`, or than bytes to hold them."""
    at, due, items, size = 0, 1, 0, len(body)
    while due and size > _SMALL:
        if due > size - at:
            raise WireError("shorter than it says")
        head = body[at]
        due -= 1
        if head in _FOLLOW:
            at += 1 + _FOLLOW[head]
        elif head in _BYTES:
            end = at + 1 + _BYTES[head]
            at = end + int.from_bytes(body[at + 1 : end], "big") + (head in _EXT)
        else:
            width, each = _ITEMS.get(head) or (0, 2 if head < 0x90 else 1)
            count = each * (int.from_bytes(body[at + 1 : at + 1 + width], "big") if width else head & 15)
            at, due, items = at + 1 + width, due + count, items + count
            if items > cap:
                raise WireError(f"more than {cap} items")


def _unpack_extra(code: int, data: bytes) -> Array | Opaque:
    if code == _OPAQUE:
        return Opaque(data[:200].decode(errors="replace"))
    if code != _ARRAY:
        raise WireError("unknown extension")
    _check_items(data, _ARRAY_ITEMS)
    inner = msgpack.unpackb(data, max_array_len=_MAX_DIMS + 1, max_map_len=0, max_ext_len=0)
    match inner:
        case [str() as dtype, list() as shape, bytes() as raw]:
            _check_array(dtype, tuple(shape), raw)
            return Array(dtype, tuple(shape), raw)
    raise WireError("bad array")


def _with_text_keys(mapping: dict[Any, Any]) -> dict[str, Any]:
    if any(type(key) is not str for key in mapping):
        raise WireError("a key that is not text")
    return mapping


def encode(value: Value, cap: int = FRAME_CAP) -> bytes:
    """One frame, its length in front. Raises `WireError` when it is too large or holds what cannot cross."""
    try:
        body: bytes = msgpack.packb(value, default=_pack_extra, strict_types=True)
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise WireError(str(error)[:200]) from None
    if len(body) > cap:
        raise WireError(f"frame of {len(body)} bytes, at most {cap}")
    return _HEAD.pack(len(body)) + body


def decode(body: bytes) -> Any:
    """The value in a frame's body (without its length). Raises `WireError`, whatever the bytes are."""
    _check_items(body, TOTAL_CAP)
    try:
        value = msgpack.unpackb(
            body,
            ext_hook=_unpack_extra,
            object_hook=_with_text_keys,
            max_array_len=min(ITEM_CAP, len(body)),  # room is made for a list before its items are seen
            max_map_len=min(ITEM_CAP, len(body)),
            max_str_len=FRAME_CAP,
            max_bin_len=FRAME_CAP,
            max_ext_len=FRAME_CAP,
        )
    except WireError:
        raise
    except Exception as error:  # whatever a parser raises on hostile bytes is one thing to us
        raise WireError(f"not a frame: {type(error).__name__}") from None
    _check_depth(value, _MAX_DEPTH)
    return value


def _check_depth(value: Any, left: int) -> None:
    """Whoever looks into a frame may go down into it without counting."""
    inner: Iterable[Any] = value if type(value) is list else value.values() if type(value) is dict else ()
    for item in inner:
        if type(item) is list or type(item) is dict:
            if not left:
                raise WireError("nested too deep")
            _check_depth(item, left - 1)


class FrameBuffer:
    """Collects bytes as they come and yields whole frames' values. Never holds more than one frame over its cap."""

    def __init__(self, cap: int = FRAME_CAP) -> None:
        self._cap = cap
        self._bytes = bytearray()

    def feed(self, data: bytes) -> Iterator[Any]:
        """Values of the frames that `data` completes. Raises `WireError` at a length over the cap or a garbled body."""
        self._bytes += data
        while len(self._bytes) >= _HEAD.size:
            (length,) = _HEAD.unpack_from(self._bytes)
            if length > self._cap:
                raise WireError(f"frame of {length} bytes announced, at most {self._cap}")
            if len(self._bytes) < _HEAD.size + length:
                return
            body = bytes(self._bytes[_HEAD.size : _HEAD.size + length])
            del self._bytes[: _HEAD.size + length]
            yield decode(body)

    @property
    def is_empty(self) -> bool:
        """Whether no half frame is waiting: false at the end of a stream means that it was cut."""
        return not self._bytes


def write_all(fd: int, data: bytes) -> None:
    """Write every byte to a blocking descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]
