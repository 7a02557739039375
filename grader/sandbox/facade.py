"""Facades: what learner code sees as a module, with the refusals and their reasons. `modules` fills them.

Everything public that only computes is offered. What is refused is the exception and stands here with its reason: files,
devices, processes, compilation, storage, numpy. A facade is not a module: nothing hangs from it but the names in it, so
no path leads from `torch` to `os`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import torch

from grader.sandbox.refusal import Refused

uses: dict[str, int] = {}
"""Convolution functions called since it was last cleared, by name."""

_REFUSED: Mapping[str, Mapping[str, str]] = {
    "torch": {
        "refused.name": "ops classes library fx onnx",
        "refused.files": "save load from_file hub package export serialization",
        "refused.devices": "xpu mps mtia accelerator get_device_module Stream Event",
        "refused.processes": "multiprocessing distributed set_num_threads set_num_interop_threads fork wait futures",
        "refused.compilation": "compile jit compiler cond while_loop _dynamo",
        "refused.storage": "Storage UntypedStorage TypedStorage StorageBase FloatStorage frombuffer is_storage",
        "refused.numpy": "from_numpy",
    },
    "torch.nn": {"refused.processes": "DataParallel SyncBatchNorm parallel"},
    "torch.utils.data": {"refused.processes": "DistributedSampler distributed get_worker_info"},
}
"""By module: message code → names. A name that is neither here nor on offer says `refused.name`."""


def _by_name(refused: Mapping[str, str]) -> dict[str, str]:
    return {name: code for code, names in refused.items() for name in names.split()}


TENSOR_REFUSED = _by_name(
    {
        "refused.storage": "storage untyped_storage storage_type set_ module_load",
        "refused.processes": "share_memory_ is_shared",
        "refused.devices": "cuda xpu ipu mtia hpu pin_memory record_stream",
        "refused.numpy": "numpy",
        "refused.tensor-subclass": "as_subclass",
    }
)
"""Attributes of tensors that are not on offer → message code."""

MODULE_REFUSED = _by_name(
    {
        "refused.processes": "share_memory",
        "refused.compilation": "compile",
        "refused.devices": "cuda xpu ipu mtia hpu",
    }
)
"""The same for layers; a learner's own method of such a name is the learner's."""


class Facade:
    """What learner code sees as a module."""

    __slots__ = ("known", "name", "names", "refused")

    def __init__(self, name: str, names: Mapping[str, Any], known: Iterable[str] = ()) -> None:
        self.name = name
        self.names = dict(names)
        self.known = frozenset(known)
        self.refused = _by_name(_REFUSED.get(name, {}))

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


# ---------- Convolutions are noted when they are called ----------


def _noted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        uses[name] = uses.get(name, 0) + 1
        return function(*args, **kwargs)

    return call


_CONVOLUTIONS = "conv1d conv2d conv3d conv_transpose1d conv_transpose2d conv_transpose3d conv_tbc convolution"


noted_convolutions = {name: _noted(name, getattr(torch, name)) for name in _CONVOLUTIONS.split()}


def note_layers() -> None:
    """Put the notes into `torch.nn.functional` itself, where layers call it. For the zygote only: it is for good."""
    for name, function in noted_convolutions.items():
        if hasattr(torch.nn.functional, name):
            setattr(torch.nn.functional, name, function)
