"""Tensors ⇄ wire values, inside a cell. Only exact types cross; everything else is named, never described."""

from __future__ import annotations

import math
from typing import Any

import torch

from grader.wire import DTYPES, ITEM_CAP, Array, Opaque, Value

BYTE_CAP = 4 << 20
"""Bytes of all arrays and texts that one case may return."""

_DEPTH = 16
_TEXT_CAP = 65_536
_TORCH_DTYPES: dict[str, torch.dtype] = {name: getattr(torch, name) for name in DTYPES}
_NAMES = {dtype: name for name, dtype in _TORCH_DTYPES.items()}


def unpack(value: Any, transposed: bool = False) -> Any:
    """A wire value as Python and torch see it; every call makes fresh tensors."""
    if type(value) is Array:
        return _tensor(value, transposed)
    if type(value) is list:
        return [unpack(item, transposed) for item in value]
    if type(value) is dict:
        return {key: unpack(item, transposed) for key, item in value.items()}
    return value


def _tensor(array: Array, transposed: bool) -> torch.Tensor:
    dtype = _TORCH_DTYPES[array.dtype]
    if not array.data:
        return torch.empty(array.shape, dtype=dtype)
    tensor = torch.frombuffer(bytearray(array.data), dtype=dtype).reshape(array.shape)
    return _scattered(tensor) if transposed else tensor


def _scattered(tensor: torch.Tensor) -> torch.Tensor:
    """The same values in memory that is not contiguous: column-major, or every second place."""
    if tensor.dim() >= 2:
        column_major = tensor.transpose(-1, -2).contiguous().transpose(-1, -2)
        if not column_major.is_contiguous():
            return column_major
    every_second = torch.empty((*tensor.shape, 2), dtype=tensor.dtype)[..., 0]
    return every_second.copy_(tensor)


class _Room:
    """What is left of the caps while one value is packed."""

    def __init__(self) -> None:
        self.bytes = BYTE_CAP
        self.items = ITEM_CAP

    def has(self, size: int) -> bool:
        self.items -= 1
        if self.items < 0 or size > self.bytes:
            return False
        self.bytes -= size
        return True


def pack(value: Any) -> Value:
    """A value as it may cross. Never runs code of the value: only exact types are looked into."""
    return _pack(value, _Room(), _DEPTH)


def _pack(value: Any, room: _Room, depth: int) -> Value:
    kind = type(value)
    if kind is torch.Tensor or kind is torch.nn.Parameter:
        return _array(value, room)
    if value is None or kind is bool or kind is float:
        return value if room.has(8) else Opaque(f"{kind.__name__}, too large")
    if kind is int:
        return value if room.has(8) and -(1 << 63) <= value < 1 << 63 else Opaque("int, too large")
    if kind is str:
        text: str = value
        fits = len(text) <= _TEXT_CAP and room.has(len(text))
        return text.encode("utf-8", "replace").decode() if fits else Opaque("str, too large")
    if kind is list or kind is tuple or kind is torch.Size or kind.__module__ == "torch.return_types":
        return _sequence(value, room, depth)
    if kind is dict:
        return _mapping(value, room, depth)
    return Opaque(_type_name(kind))


def _array(tensor: torch.Tensor, room: _Room) -> Value:
    name = _NAMES.get(tensor.dtype)
    if name is None or tensor.layout is not torch.strided or tensor.device.type != "cpu":
        odd = tensor.device if tensor.device.type != "cpu" else tensor.dtype if name is None else tensor.layout
        return Opaque(f"{odd} tensor")
    # asked before anything is copied: an expanded view is small, its contiguous copy is not
    # and an empty tensor of astronomic shape has no form on the wire
    is_wide = math.prod(max(size, 1) for size in tensor.shape) >= 1 << 31
    if tensor.dim() > 8 or is_wide or not room.has(tensor.numel() * tensor.element_size()):
        return Opaque(f"{name} tensor, too large")
    plain = tensor.detach().resolve_conj().resolve_neg().contiguous()
    return Array(name, tuple(plain.shape), plain.numpy().tobytes())


def _sequence(items: Any, room: _Room, depth: int) -> Value:
    if depth == 0 or len(items) > room.items:
        return Opaque(f"{type(items).__name__}, too large")
    return [_pack(item, room, depth - 1) for item in items]


def _mapping(items: dict[Any, Any], room: _Room, depth: int) -> Value:
    if depth == 0 or len(items) > room.items:
        return Opaque("dict, too large")
    if not all(type(key) is str and len(key) <= 200 for key in items):
        return Opaque("dict")
    return {key.encode("utf-8", "replace").decode(): _pack(item, room, depth - 1) for key, item in items.items()}


def _type_name(kind: type) -> str:
    """`numpy.ndarray`, `Conv2D`: the module only where the name alone would say nothing."""
    name, module = type.__getattribute__(kind, "__name__"), str(type.__getattribute__(kind, "__module__"))
    return f"numpy.{name}" if module == "numpy" else str(name)[:80]
