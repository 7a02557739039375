"""What may follow a dot: decided once for each type and name by the list of `offered.txt`, then remembered.

A learner's own classes offer what they define. Of everybody else's classes only listed names are offered; what an
instance of a listed class carries besides is data and passes. Objects of other classes offer nothing.
"""

from __future__ import annotations

import pkgutil
import string
import types
from collections.abc import Callable
from typing import Any

import torch
from RestrictedPython.transformer import INSPECT_ATTRIBUTES

from grader.sandbox import offered
from grader.sandbox.facade import Facade
from grader.sandbox.offered import Offer
from grader.sandbox.refusal import Refused

Reader = Callable[[Any, str], Any]

own: set[type] = set()
"""Classes that the learner's file made."""

_UNREACHABLE = (types.ModuleType, types.FrameType, types.CodeType, types.TracebackType)


def _listed() -> dict[type, Offer]:
    """The sections of `offered.txt` by class; a module stands for all classes that it makes."""
    listed: dict[type, Offer] = {}
    for name, offer in offered.TYPES.items():
        found = pkgutil.resolve_name(name)
        if isinstance(found, type):
            listed[found] = offer
        else:
            made = (kind for kind in vars(found).values() if isinstance(kind, type) and kind.__module__ == name)
            listed |= dict.fromkeys(made, offer)
    return listed


LISTED = _listed()
TENSOR_OFFERED = frozenset(LISTED[torch.Tensor].names)

_of_instances: dict[tuple[type, str], Reader] = {}
_of_classes: dict[tuple[type, str], Reader] = {}


def guarded_getattr(obj: Any, name: str) -> Any:
    """`obj.name` in learner code. Underscore names never get here from source: the policy refuses them with their line."""
    kind = type(obj)
    if (kind is torch.Tensor or kind is torch.nn.Parameter) and name in TENSOR_OFFERED:
        return getattr(obj, name)
    if kind is Facade:
        return obj.get(name)
    read = _of_instances.get((kind, name))
    if read is None:
        read = _decide(obj, kind, name)
    return read(obj, name)


def _decide(obj: Any, kind: type, name: str) -> Reader:
    if issubclass(kind, type):
        return _of_classes.get((obj, name)) or _class_reader(obj, name)
    read = _super if kind is super else _reader(kind, name)
    _of_instances[kind, name] = read
    return read


def _class_reader(kind: type, name: str) -> Reader:
    """How a class is read; what only its metaclass has is not on offer."""
    inherited = any(name in vars(base) for base in kind.__mro__)
    read = _reader(kind, name) if inherited or not hasattr(type(kind), name) else _refusing("refused.inspect", name)
    _of_classes[kind, name] = read
    return read


def _super(obj: Any, name: str) -> Any:
    """`super().name`: what the classes behind this one define or offer."""
    mro = object.__getattribute__(obj, "__self_class__").__mro__
    behind = mro[mro.index(object.__getattribute__(obj, "__thisclass__")) + 1 :]
    owner = next((base for base in behind if name in vars(base)), None)
    if owner is not None and owner not in own and not _is_offered(behind, name):
        raise Refused(_reason(behind, name), name=f".{name}")
    return _plain(obj, name)


def _reader(kind: type, name: str) -> Reader:
    """How `name` is read from `kind` or its instances."""
    mro = kind.__mro__
    owner = next((base for base in mro if name in vars(base)), None)
    if owner in own or _is_offered(mro, name):
        return _format if owner is str and name in ("format", "format_map") else _plain
    if owner is None:
        return _plain if _offers(mro) or not own.isdisjoint(mro) else _unknown
    return _refusing(_reason(mro, name), name + "()" * callable(vars(owner)[name]))


def _offers(mro: tuple[type, ...]) -> list[Offer]:
    """The sections that hold for a class with these ancestors. Nodes of the graph say only by their protocol what they are."""
    offers = [LISTED[base] for base in mro if base in LISTED]
    if not offers and issubclass(mro[0], torch.autograd.graph.Node):
        return [LISTED[torch.autograd.graph.Node]]
    return offers


def _is_offered(mro: tuple[type, ...], name: str) -> bool:
    return any(name in offer.names for offer in _offers(mro))


def _reason(mro: tuple[type, ...], name: str) -> str:
    return next((offer.refused[name] for offer in _offers(mro) if name in offer.refused), "refused.name")


def _plain(obj: Any, name: str) -> Any:
    return reachable(getattr(obj, name), name)


def _unknown(obj: Any, name: str) -> Any:
    getattr(obj, name)  # a misspelt name is the learner's ordinary AttributeError
    raise Refused("refused.name", name=f".{name}")


def _refusing(code: str, shown: str) -> Reader:
    def refuse(obj: Any, name: str) -> Any:
        raise Refused(code, name=f".{shown}")

    return refuse


def reachable(value: Any, name: str) -> Any:
    """A last look at what an attribute gave: real modules, frames and code objects never reach a learner."""
    if isinstance(value, _UNREACHABLE):
        raise Refused("refused.inspect", name=name)
    return value


def check_name(name: Any) -> None:
    """For names that come as values: `getattr(x, name)`."""
    if type(name) is not str:
        raise TypeError("attribute name must be string")
    if name.startswith("_") or name in INSPECT_ATTRIBUTES:
        raise Refused("refused.inspect", name=name[:80])


def getattr_(obj: Any, name: Any, *default: Any) -> Any:
    """`getattr(obj, name)` in learner code."""
    check_name(name)
    try:
        return guarded_getattr(obj, name)
    except AttributeError:
        if default:
            return default[0]
        raise


class _Formatter(string.Formatter):
    """`"{0.shape}".format(x)`: the dots in a field go through the guard like every other dot."""

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> Any:
        if "." not in field_name:
            return super().get_field(field_name, args, kwargs)
        first, *attributes = field_name.split(".")
        obj, used = super().get_field(first, args, kwargs)
        for attribute in attributes:
            name, bracket, index = attribute.partition("[")
            obj = getattr_(obj, name)
            if bracket:
                obj, _ = super().get_field(f"0[{index}", (obj,), {})
        return obj, used


def _format(obj: Any, name: str) -> Callable[..., str]:
    if isinstance(obj, str):
        return lambda *args, **kwargs: _Formatter().vformat(obj, args, kwargs)
    return lambda text, *args, **kwargs: _Formatter().vformat(text, args, kwargs)
