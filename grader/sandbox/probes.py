"""What a case does with the entry, and the recorder of ATen operations. Trusted harness code, inside a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch.autograd import forward_ad
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode


def call(entry: Callable[..., Any], *args: Any) -> Any:
    """The default probe: what the entry returns."""
    return entry(*args)


def gradient(entry: Callable[..., Any], *args: Any, weight: torch.Tensor | None = None) -> dict[str, Any]:
    """Backward of `(out * weight).sum()` → {out, requires_grad, grads}; no grads where there is nothing to go back through."""
    inputs = [_with_grad(arg) for arg in args]
    out = entry(*inputs)
    flows = isinstance(out, torch.Tensor) and out.requires_grad
    grads: list[torch.Tensor | None] = []
    if flows and (weight is None or weight.shape == out.shape):
        (out.sum() if weight is None else (out * weight).sum()).backward()
        grads = [arg.grad if isinstance(arg, torch.Tensor) else None for arg in inputs]
    return {"out": out, "requires_grad": flows, "grads": grads}


def _with_grad(arg: Any) -> Any:
    if isinstance(arg, torch.Tensor) and (arg.is_floating_point() or arg.is_complex()):
        return arg.requires_grad_(True)
    return arg


def product(entry: Callable[..., Any], *args: Any) -> dict[str, Any]:
    """What the entry returns when every matrix product gives twice its result, what was multiplied, and what that gave.

    An output that comes from the product is then twice as large; one that comes from elsewhere is not.
    """
    doubling = Doubling()
    with doubling:
        out = entry(*args)
    return {"out": out, "operands": doubling.operands, "results": doubling.results}


def work(entry: Callable[..., Any], *args: Any) -> dict[str, Any]:
    """What the entry returns, and how many numbers it took out of tensors on the way."""
    with Reading() as reading:
        out = entry(*args)
    return {"out": out, "read": reading.numbers}


def by_hand(entry: Callable[..., Any], *args: Any) -> dict[str, Any]:
    """What the entry returns, and how often it asked autograd: backwards, forwards, or by hand along its graph."""
    with (
        _counted(torch.autograd, "_engine_run_backward") as backward,
        _counted(forward_ad, "make_dual") as forward,
        Graph() as graph,
    ):
        out = entry(*args)
    return {"out": out, "asked": len(backward) + len(forward) + graph.asked}


class Graph(TorchFunctionMode):
    """Counts how often a tensor is asked for its node of the graph: who calls a node needs no engine."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.asked += getattr(func, "__self__", None) is torch.Tensor.grad_fn
        return func(*args, **(kwargs or {}))


@contextmanager
def _counted(module: Any, name: str) -> Iterator[list[None]]:
    """Collects a None for each call of a function that torch itself looks up by this name."""
    calls: list[None] = []
    function = getattr(module, name)

    def call(*args: Any, **kwargs: Any) -> Any:
        calls.append(None)
        return function(*args, **kwargs)

    setattr(module, name, call)
    try:
        yield calls
    finally:
        setattr(module, name, function)


PROBES: dict[str, Callable[..., Any]] = {
    "call": call,
    "gradient": gradient,
    "product": product,
    "work": work,
    "by_hand": by_hand,
}

PRODUCTS = frozenset({"mm", "bmm", "addmm", "addbmm", "baddbmm", "mv", "addmv", "dot", "vdot", "linear", "inner"})
"""ATen's names of a matrix product."""

_OPERANDS = 6
"""So many are kept: two of one product, and enough to see that there were more."""


class OpCount(TorchDispatchMode):
    """Counts ATen operations by name: `mm`, `convolution`, `add`, …"""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.ops: dict[str, int] = {}

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        name = func.overloadpacket.__name__
        self.ops[name] = self.ops.get(name, 0) + 1
        return func(*args, **(kwargs or {}))


_READ_WHOLE = frozenset({"tolist", "numpy", "__repr__", "__format__", "__array__", "__reduce_ex__"})
"""Methods of tensors that give all their numbers to Python; one number alone is an ATen operation."""


class Reading(TorchFunctionMode):
    """Counts the numbers that leave tensors whole: `X.tolist()` runs no operation, and what follows is Python's."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers = 0

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        if getattr(func, "__name__", "") in _READ_WHOLE and isinstance(args[0], torch.Tensor):
            self.numbers += args[0].numel()
        return func(*args, **(kwargs or {}))


class Doubling(TorchDispatchMode):
    """Doubles the result of every matrix product, and keeps what went into the first ones and came out of them."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.operands: list[torch.Tensor] = []
        self.results: list[torch.Tensor] = []

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        is_product = func.overloadpacket.__name__ in PRODUCTS
        if is_product and len(self.operands) < _OPERANDS:
            self.operands += [arg.detach().clone() for arg in args if isinstance(arg, torch.Tensor)]
        out = func(*args, **(kwargs or {}))
        if not is_product:
            return out
        out.mul_(2)
        if len(self.results) < _OPERANDS:
            self.results.append(out.detach().clone())
        return out
