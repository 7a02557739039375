"""A program for a cell of our own: from all that a learner holds, follow dots, calls, loops and `with` as learner code can.

What is reached is looked at: a module, a frame, a code object, a function of the system or of torch's files, compilers and
processes is a door. It is sent to a cell as text and prints one JSON object. Its own source is trusted and runs there
without the language policy; what it tries goes through the policy's guards.
"""

from __future__ import annotations

import builtins
import itertools
import json
import types
from collections import Counter, deque
from collections.abc import Iterator
from typing import Any

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from grader.sandbox.attributes import guarded_getattr
from grader.sandbox.cell import load
from grader.sandbox.facade import Facade
from grader.sandbox.modules import MODULES
from grader.sandbox.prints import Prints

DEPTH = 7
START = ""
"""The root to start from; all of them when empty."""

ALIKE, CONTAINERS = 3, 1000
"""Objects of one type that are looked into; of modules, classes and functions every one."""

INNER = (types.ModuleType, types.FrameType, types.CodeType, types.TracebackType)
SYSTEM = tuple(
    """
    os posix io _io sys subprocess _posixsubprocess socket _socket shutil importlib _frozen_importlib _frozen_importlib_external
    ctypes _ctypes pickle _pickle inspect mmap signal threading multiprocessing numpy
    torch.serialization torch.hub torch.jit torch._dynamo torch.multiprocessing torch.package torch.storage torch.utils.cpp_extension
""".split()  # noqa: SIM905
)
BUILTINS = [
    getattr(builtins, name)
    for name in "open eval exec compile __import__ getattr setattr delattr vars globals locals dir input".split()  # noqa: SIM905
]
CALLABLE = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.MethodDescriptorType, type)

LEARNER = """
class Layer(nn.Module):
    def forward(self, x):
        return x
class Plain:
    value = 1
def numbers():
    yield 1
    yield 2
layer, plain, ticks = Layer(), Plain(), numbers()
behind = super(Layer, layer)
"""


def roots() -> Iterator[tuple[str, Any]]:
    """What a learner can hold without asking: everything on offer, and one of each thing that code makes."""
    names = load(LEARNER, Prints(lambda _: None, 1), by_policy=True)
    for name, value in names.pop("__builtins__").items():
        if not name.startswith(("(", "_")):  # no program can spell these
            yield name, value
    yield from names.items()
    yield from MODULES.items()
    net = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    loss = net(torch.ones(1, 2)).sum()
    made = [net, optimizer, loss, loss.grad_fn, DataLoader(TensorDataset(torch.ones(2))), net.state_dict()]
    made += [torch.optim.lr_scheduler.StepLR(optimizer, 1), torch.distributions.Normal(0.0, 1.0), torch.max(loss, 0)]
    made += [
        net.register_forward_hook(lambda *_: None),
        ValueError("x"),
        property(),
        torch.no_grad(),
        torch.Generator(),
    ]
    made += ["a", b"", 1, 1.0, 1j, [], {}, (), set(), range(1), slice(1), torch.Size([1]), torch.finfo(torch.float32)]
    yield from ((type(thing).__name__, thing) for thing in made)


def is_door(obj: Any) -> bool:
    """Whether learner code must never hold this."""
    if isinstance(obj, INNER) or obj is type or any(obj is real for real in BUILTINS):
        return True
    home = obj if isinstance(obj, CALLABLE) else type(obj)
    module = str(getattr(home, "__module__", None) or "")
    return any(module == theirs or module.startswith(f"{theirs}.") for theirs in SYSTEM)


class Crawl:
    """Breadth first, each kind of thing a few times."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[str, int, Any]] = deque(
            (name, 0, root) for name, root in roots() if START in ("", name)
        )
        self.seen: Counter[Any] = Counter()
        self.kept: list[Any] = []  # an object that is gone would give its id to another
        self.steps = self.calls = 0
        self.doors: list[str] = []

    def run(self) -> None:
        while self.waiting:
            path, depth, obj = self.waiting.popleft()
            if is_door(obj):
                self.doors.append(path)
            elif self.is_new(obj) and depth < DEPTH:
                for step, value in self.ways(obj):
                    self.waiting.append((f"{path}{step}", depth + 1, value))

    def is_new(self, obj: Any) -> bool:
        key, limit = _key(obj)
        self.seen[key] += 1
        self.kept.append(obj)
        return self.seen[key] <= limit

    def ways(self, obj: Any) -> Iterator[tuple[str, Any]]:
        """One step on from an object, in each way that learner code has."""
        for name in _names(obj):
            yield from self.attempt(f".{name}", guarded_getattr, obj, name)
        if callable(obj) and not isinstance(obj, torch.autograd.graph.Node):  # called wrongly it ends its process
            self.calls += 1
            for arguments in ((), (torch.ones(2, 2),), (torch.ones(2, 2), torch.ones(2, 2)), ("a",), ([1.0, 2.0],)):
                yield from self.attempt("()", obj, *arguments)
        if hasattr(type(obj), "__iter__"):
            for _, items in self.attempt("", lambda: list(itertools.islice(obj, 4))):
                yield from (("[…]", item) for item in (items if type(items) is list else []))
        if isinstance(obj, dict):
            yield from (("[…]", value) for value in list(obj.values())[:50])
        if hasattr(type(obj), "__enter__"):
            yield from self.attempt("{with}", _enter, obj)

    def attempt(self, step: str, way: Any, *args: Any) -> Iterator[tuple[str, Any]]:
        """What a step gives; what it raises, a learner can catch and hold too."""
        self.steps += 1
        try:
            yield step, way(*args)
        except Exception as error:
            yield f"{step}{{except}}", error.with_traceback(None)
        except SystemExit:
            return


def _names(obj: Any) -> list[str]:
    """Every public name after a dot, also of what hides some from `dir`."""
    if isinstance(obj, Facade):
        return list(obj.names)
    own = {} if isinstance(obj, type) else getattr(obj, "__dict__", {})
    classes = [*type(obj).__mro__, *(obj.__mro__ if isinstance(obj, type) else ())]
    return [name for names in [own, *map(vars, classes)] for name in names if not name.startswith("_")]


def _enter(manager: Any) -> Any:
    value = type(manager).__enter__(manager)
    type(manager).__exit__(manager, None, None, None)
    return value


def _key(obj: Any) -> tuple[Any, int]:
    """Things that count as one, and how many of them are looked into."""
    owner = getattr(obj, "__self__", None) if isinstance(obj, (types.MethodType, types.BuiltinFunctionType)) else None
    if owner is not None and not isinstance(owner, types.ModuleType):
        return (owner if isinstance(owner, type) else type(owner), obj.__name__), 1
    if isinstance(obj, (type, Facade, types.FunctionType, types.BuiltinFunctionType)):
        return id(obj), 1
    return type(obj), CONTAINERS if isinstance(obj, (list, tuple, dict, set, frozenset)) else ALIKE


if __name__ == "submission":
    torch.manual_seed(0)
    crawl = Crawl()
    crawl.run()
    found = {"steps": crawl.steps, "calls": crawl.calls, "objects": sum(crawl.seen.values()), "doors": crawl.doors[:20]}
    print(json.dumps(found))
