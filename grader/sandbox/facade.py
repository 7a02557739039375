"""Facades: what learner code sees as a module, with the refusals and their reasons. `modules` fills them.

What is on offer stands name by name in `offered.txt`: everything public that only computes. A facade is not a module:
nothing hangs from it but the names in it, so no path leads from `torch` to `os`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import torch

from grader.sandbox.refusal import Refused

uses: dict[str, int] = {}
"""Convolutions and unfoldings called since it was last cleared, by name."""


class Facade:
    """What learner code sees as a module."""

    __slots__ = ("known", "name", "names", "refused")

    def __init__(
        self, name: str, names: Mapping[str, Any], known: Iterable[str] = (), refused: Mapping[str, str] | None = None
    ) -> None:
        """`known` names exist in the real module; `refused` ones have a message code that says why they are not here."""
        self.name = name
        self.names = dict(names)
        self.known = frozenset(known)
        self.refused = refused or {}

    def get(self, name: str) -> Any:
        """The name's value. Raises `Refused` for names that exist but are not on offer, AttributeError for misspelt ones."""
        try:
            return self.names[name]
        except KeyError:
            pass
        if name in self.refused:
            raise Refused(self.refused[name], name=f"{self.name}.{name}")
        if name in self.known:
            raise Refused("refused.name", name=f"{self.name}.{name}")
        raise AttributeError(f"module {self.name!r} has no attribute {name!r}")

    def __repr__(self) -> str:
        return f"<module {self.name!r}>"


# ---------- Convolutions and unfoldings are noted when they are called ----------


def _noted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        uses[name] = uses.get(name, 0) + 1
        return function(*args, **kwargs)

    return call


_CONVOLUTIONS = "conv1d conv2d conv3d conv_transpose1d conv_transpose2d conv_transpose3d conv_tbc convolution"


noted_convolutions = {name: _noted(name, getattr(torch, name)) for name in _CONVOLUTIONS.split()}
noted_functional = noted_convolutions | {"unfold": _noted("im2col", torch.nn.functional.unfold)}
"""Those of torch.nn.functional; `unfold` under ATen's name, since `Tensor.unfold` is another operation."""


def note_layers() -> None:
    """Put the notes into `torch.nn.functional` itself, where layers call it. For the zygote only: it is for good."""
    for name, function in noted_functional.items():
        if hasattr(torch.nn.functional, name):
            setattr(torch.nn.functional, name, function)
