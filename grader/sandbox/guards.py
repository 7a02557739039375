"""The guards that `policy` puts into learner code, and the builtins that learner code sees."""

from __future__ import annotations

import abc
import builtins
import enum
import operator
import types
from collections.abc import Callable
from typing import Any

import torch

from grader.sandbox.attributes import check_name, getattr_, guarded_getattr, own, reachable
from grader.sandbox.facade import Facade
from grader.sandbox.modules import MODULES
from grader.sandbox.prints import Prints
from grader.sandbox.refusal import FILENAME, MODULE, Refused
from grader.sandbox.rules import BUILTINS_REFUSED

_BUILTINS = """
    abs all any ascii bin bool bytes callable chr classmethod complex dict divmod enumerate filter float format frozenset
    hash hex id int isinstance issubclass iter len list map max min next object oct ord pow property range repr reversed
    round set slice sorted staticmethod str sum super tuple zip
    True False None Ellipsis NotImplemented __build_class__ __debug__
"""

_SUBCLASSABLE = (
    Exception,
    torch.nn.Module,
    torch.utils.data.Dataset,
    torch.utils.data.Sampler,
    torch.autograd.Function,
    torch.optim.Optimizer,
    torch.optim.lr_scheduler.LRScheduler,
)
_PLAIN_BASES = (object, list, dict, tuple, set, int, float, abc.ABC, enum.Enum, enum.IntEnum)
_WRITABLE = (
    torch.Tensor,
    torch.nn.Module,
    torch.optim.Optimizer,
    torch.optim.lr_scheduler.LRScheduler,
    torch.autograd.function.FunctionCtx,
)


def special(obj: Any, name: str) -> Any:
    """`obj.__name__`: only names of `rules.SPECIAL_ATTRIBUTES` get here."""
    if type(obj) is Facade:
        return obj.get(name)
    return one_type(obj) if name == "__class__" else reachable(getattr(obj, name), name)


def write(obj: Any) -> Any:
    """The object whose attribute learner code is about to set."""
    if type(obj) in own or isinstance(obj, _WRITABLE) or (isinstance(obj, type) and obj in own):
        return obj
    if type(obj) is types.FunctionType and obj.__code__.co_filename == FILENAME:
        return obj
    name = obj.name if type(obj) is Facade else getattr(obj, "__name__", type(obj).__name__)
    raise Refused("refused.readonly", name=str(name)[:80])


def update(obj: Any, name: str, operation: str) -> Callable[[Any], None]:
    """`obj.name += …`: what is left of the sign is read first, as Python does; the result takes the right side."""
    old = guarded_getattr(obj, name)

    def finish(value: Any) -> None:
        setattr(write(obj), name, getattr(operator, operation)(old, value))

    return finish


def import_(module: str, name: str | None = None) -> Any:
    """`import module` or `from module import name`; the policy has already refused what is not on offer."""
    if name is None:
        return MODULES[module]
    try:
        return MODULES[module].get(name)
    except Refused:
        raise
    except AttributeError:
        raise ImportError(f"cannot import name {name!r} from {module!r}") from None


def make_class(name: str, bases: tuple[Any, ...], namespace: dict[str, Any], **_: Any) -> type:
    """The metaclass of every class statement: ordinary classes over bases that are on offer."""
    for base in bases:
        if not isinstance(base, type) or not (base in own or base in _PLAIN_BASES or issubclass(base, _SUBCLASSABLE)):
            is_tensor = isinstance(base, type) and issubclass(base, torch.Tensor)
            shown = str(getattr(base, "__name__", type(base).__name__))[:80]
            raise Refused("refused.tensor-subclass" if is_tensor else "refused.subclass", name=shown)
    metaclass, space, _rest = types.prepare_class(name, bases)
    space.update(namespace)  # an Enum collects its members in a mapping of its own
    made: type = metaclass(name, bases, space)
    own.add(made)
    return made


def one_type(obj: Any, *rest: Any) -> type:
    """`type(x)`: classes are not made this way, and the class of classes stays out of reach."""
    kind = type(obj)
    if rest or issubclass(kind, type):
        raise Refused("refused.type")
    return kind


def hasattr_(obj: Any, name: Any) -> bool:
    check_name(name)
    try:
        guarded_getattr(obj, name)
    except AttributeError:
        return False
    return True


def setattr_(obj: Any, name: Any, value: Any) -> None:
    check_name(name)
    setattr(write(obj), name, value)


def delattr_(obj: Any, name: Any) -> None:
    check_name(name)
    delattr(write(obj), name)


def _refusing(name: str, code: str) -> Callable[..., Any]:
    def refuse(*_: Any, **__: Any) -> Any:
        raise Refused(code, name=name)

    return refuse


def _printer(prints: Prints) -> Callable[..., None]:
    def print_(
        *values: Any, sep: str | None = " ", end: str | None = "\n", file: Any = None, flush: bool = False
    ) -> None:
        builtins.print(*values, sep=sep, end=end, file=prints)

    return print_


def _all_builtins() -> dict[str, Any]:
    names = {name: getattr(builtins, name) for name in _BUILTINS.split()}
    for name, value in vars(builtins).items():
        if isinstance(value, type) and issubclass(value, BaseException):
            names[name] = value
    names |= {name: _refusing(name, code) for name, code in BUILTINS_REFUSED.items()}
    names |= {"getattr": getattr_, "hasattr": hasattr_, "setattr": setattr_, "delattr": delattr_, "type": one_type}
    guards = {
        "getattr": guarded_getattr,
        "special": special,
        "write": write,
        "update": update,
        "import": import_,
        "class": make_class,
    }
    # C++ code imports through the running frame's builtins (`-= lr * grad` does); no program can spell this name.
    return names | {f"({name})": guard for name, guard in guards.items()} | {"__import__": builtins.__import__}


_builtins = _all_builtins()


def global_names(prints: Prints) -> dict[str, Any]:
    """The global names of a learner's file before its first line."""
    offered = {
        "torch": MODULES["torch"],
        "nn": MODULES["torch.nn"],
        "F": MODULES["torch.nn.functional"],
        "math": MODULES["math"],
    }
    return {"__builtins__": _builtins | {"print": _printer(prints)}, "__name__": MODULE, **offered}
