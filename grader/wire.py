"""Frames: a four-byte length, then msgpack with arrays as dtype, shape and raw little-endian bytes. No pickle, ever.

A frame that comes from a cell is hostile. `decode` raises `WireError` and nothing else, and allocates no more than the
frame's own size allows: lengths are checked before anything is built.
"""

from __future__ import annotations

import math
import os
import struct
from collections.abc import Iterator
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
    if math.prod(shape) * np.dtype(DTYPES[dtype]).itemsize != len(data):
        raise WireError("array bytes do not fit its shape")


def _pack_extra(value: object) -> msgpack.ExtType:
    if type(value) is Array:
        return msgpack.ExtType(_ARRAY, msgpack.packb([value.dtype, list(value.shape), value.data]))
    if type(value) is Opaque:
        return msgpack.ExtType(_OPAQUE, value.type_name.encode()[:200])
    raise TypeError(f"{type(value).__name__} has no form on the wire")


def _unpack_extra(code: int, data: bytes) -> Array | Opaque:
    if code == _OPAQUE:
        return Opaque(data[:200].decode(errors="replace"))
    if code != _ARRAY:
        raise WireError("unknown extension")
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
    try:
        return msgpack.unpackb(
            body,
            ext_hook=_unpack_extra,
            object_hook=_with_text_keys,
            max_array_len=ITEM_CAP,
            max_map_len=ITEM_CAP,
            max_str_len=FRAME_CAP,
            max_bin_len=FRAME_CAP,
            max_ext_len=FRAME_CAP,
        )
    except WireError:
        raise
    except Exception as error:  # whatever a parser raises on hostile bytes is one thing to us
        raise WireError(f"not a frame: {type(error).__name__}") from None


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
