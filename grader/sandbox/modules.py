"""Everything that learner code can import, by full name: torch's modules and a few of Python's, as `offered.txt` lists them."""

from __future__ import annotations

import collections
import contextlib
import dataclasses
import importlib
from collections.abc import Callable, Mapping
from types import FunctionType
from typing import Any

import torch
import torch.utils.data

from grader.sandbox import offered
from grader.sandbox.attributes import own
from grader.sandbox.facade import Facade, noted_convolutions, noted_functional
from grader.sandbox.refusal import Refused


def _wraps(wrapped: Any) -> Callable[[Any], Any]:
    """`functools.wraps` without its choice of attributes: with it, any attribute of anything could be copied past the guard."""

    def keep(wrapper: Any) -> Any:
        if isinstance(wrapper, FunctionType) and isinstance(wrapped, FunctionType):
            wrapper.__name__, wrapper.__doc__ = wrapped.__name__, wrapped.__doc__
        return wrapper

    return keep


def _namedtuple(typename: str, field_names: Any, *, rename: bool = False, defaults: Any = None) -> type:
    """`collections.namedtuple`, whose class is the learner's own like one of a class statement."""
    make: Any = collections.namedtuple
    made: type = make(typename, field_names, rename=rename, defaults=defaults)
    own.add(made)
    return made


def _dataclass(cls: Any = None, /, **options: Any) -> Any:
    """`dataclasses.dataclass` for the learner's own classes: it writes into the class."""
    if cls is None:
        return lambda made: _dataclass(made, **options)
    if cls not in own:
        raise Refused("refused.readonly", name=str(getattr(cls, "__name__", cls))[:80])
    made = dataclasses.dataclass(**options)(cls)
    own.add(made)
    return made


class _DataLoader(torch.utils.data.DataLoader[Any]):
    """The DataLoader in the one process that there is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.num_workers:
            raise Refused("refused.processes", name="num_workers")


def _nothing(*_: Any, **__: Any) -> None:
    """What a request that is met already comes to."""


_OURS: Mapping[str, Mapping[str, Any]] = {
    # torch's own also seeds every kind of GPU, a millisecond of work for devices that are not there
    "torch": noted_convolutions | {"manual_seed": torch.default_generator.manual_seed},
    "torch.nn.functional": noted_functional,
    "torch.utils.data": {"DataLoader": _DataLoader},
    "functools": {"wraps": _wraps},
    "collections": {"namedtuple": _namedtuple},
    "dataclasses": {"dataclass": _dataclass},
    # warnings are off in a cell
    "warnings": dict.fromkeys(("filterwarnings", "simplefilter", "warn"), _nothing)
    | {"catch_warnings": lambda **_: contextlib.nullcontext()},
}
"""Names that are on offer in a form of our own."""


def _no_device() -> Facade:
    """`torch.cuda` and `torch.backends.mps`, as on a machine without either: asking is ordinary, having is not."""
    answers = {"is_available": lambda: False, "is_built": lambda: False, "device_count": lambda: 0}
    silent = dict.fromkeys(("manual_seed", "manual_seed_all", "synchronize", "empty_cache"), _nothing)
    return Facade("torch.cuda", answers | silent, dir(torch.cuda))


def _all_facades() -> dict[str, Facade]:
    backends = Facade("torch.backends", {"mps": _no_device(), "cuda": _no_device()}, dir(torch.backends))
    facades = {"torch.cuda": _no_device(), "torch.backends": backends}
    for name in sorted(offered.MODULES, key=lambda name: -name.count(".")):  # what is inside comes first
        module, offer = importlib.import_module(name), offered.MODULES[name]
        inside = {inner: facades[f"{name}.{inner}"] for inner in offer.names if f"{name}.{inner}" in facades}
        ours = {n: value for n, value in _OURS.get(name, {}).items() if n in offer.names}
        values = {n: getattr(module, n) for n in offer.names if hasattr(module, n)}
        facades[name] = Facade(name, values | ours | inside, dir(module), offer.refused)
    return facades


MODULES: dict[str, Facade] = _all_facades()
"""Everything that can be imported, by full name."""
