"""The harness inside a cell: load the learner's file, run the cases, send one frame each.

Theory of operation: fd 0 is the job pipe, fd 1 the result pipe; there is nothing else. Everything here can be reached by
code that breaks the language policy, so nothing here is trusted by the judge: a cell can only spoil its own frames.
"""

from __future__ import annotations

import math
import os
import random
import struct
import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, NoReturn

import torch

from grader.errors import WireError
from grader.sandbox import facade, guards, policy
from grader.sandbox.faults import Fault, entry_missing, fault_of, load_fault
from grader.sandbox.jail import Jail, Walls
from grader.sandbox.job import Ran
from grader.sandbox.prints import Prints
from grader.sandbox.probes import PROBES, OpCount
from grader.sandbox.progress import Teller
from grader.sandbox.refusal import FILENAME, MODULE
from grader.sandbox.rules import SAMPLE
from grader.sandbox.values import pack, unpack
from grader.wire import Opaque, Value, decode, encode, write_all

_LENGTH = struct.Struct(">I")


def live(jail: Jail, walls: Walls) -> NoReturn:
    """Close the walls, then serve the one job of this cell and end."""
    jail.enter(walls)
    warm_pages()
    _send({"k": "ready"})
    head = _receive()
    if head is not None:
        Cell(head).serve()
    os._exit(0)


def warm_pages() -> None:
    """Touch what every job touches: the copies of shared pages are made while the cell waits, not while a learner does."""
    quiet = Prints(lambda _: None, 1)
    loaded = load(SAMPLE, quiet, by_policy=True)
    torch.default_generator.manual_seed(0)
    case: Any = {"args": [pack(torch.ones(3, 3)), pack(torch.ones(2, 2))]}
    case = decode(encode(case)[_LENGTH.size :])
    for probe, count in (("call", nullcontext()), ("call", OpCount()), ("gradient", nullcontext())):
        with count:
            encode(pack(PROBES[probe](loaded["corr2d"], *unpack(case["args"]))))


def _receive() -> Any:
    """The next frame from the judge, None at the end."""
    head = _read(_LENGTH.size)
    return decode(_read(_LENGTH.unpack(head)[0])) if head else None


def _read(size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        chunk = os.read(0, size - len(data))
        if not chunk:
            return b""
        data += chunk
    return bytes(data)


def _send(frame: Value) -> None:
    write_all(1, encode(frame))


@dataclass(frozen=True, slots=True)
class _Returned:
    value: Value
    args_after: list[Value]


def load(source: str, prints: Prints, by_policy: bool) -> dict[str, Any]:
    """Compile and run a learner's file; its global names come back. Raises whatever the file raises."""
    if by_policy:
        code = policy.compile_source(source)
        names = guards.global_names(prints)
    else:
        code = compile(source, FILENAME, "exec", dont_inherit=True)
        names = {"__name__": MODULE, "torch": torch, "nn": torch.nn, "F": torch.nn.functional, "math": math}
    # The one place where learner code runs: in a jailed process that holds nothing but this job.
    exec(code, names)  # noqa: S102
    return names


class Cell:
    """One job."""

    def __init__(self, head: dict[str, Any]) -> None:
        self._head = head
        self._lines = head["source"].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._prints = Prints(lambda text: _send({"k": "print", "text": text}), head["print_cap"])
        self._probes: dict[str, Any] = {"progress": Teller(_send)}

    def serve(self) -> None:
        """Load the file, say how that went, then run every case that comes."""
        sys.stdout = self._prints
        names, fault = self._load()
        self._prints.hand_over()
        _send(
            {"k": "loaded", "ran": str(fault.ran if fault else Ran.RETURNED), "error": fault.error() if fault else None}
        )
        if fault is not None:
            return
        while (case := _receive()) is not None:
            self._run(names.get(self._head["entry"]), case)

    def _load(self) -> tuple[dict[str, Any], Fault | None]:
        try:
            names = load(self._head["source"], self._prints, self._head["policy"])
        except BaseException as error:
            return {}, load_fault(fault_of(error, self._lines))
        if self._head["probe_source"]:
            # The exercise's own probe: trusted, answer-free code that comes from the judge.
            exec(compile(self._head["probe_source"], "<probe>", "exec"), self._probes)  # noqa: S102
        entry = self._head["entry"]
        if entry is not None and not callable(names.get(entry)):
            return {}, entry_missing(entry, names)
        return names, None

    def _run(self, entry: Any, case: dict[str, Any]) -> None:
        self._prints.keep = case["prints"]
        facade.uses.clear()
        torch.default_generator.manual_seed(case["seed"])  # torch.manual_seed asks for every GPU: a millisecond
        random.seed(case["seed"])
        count = OpCount() if case["record"] else None
        fault: Fault | None = None
        done = _Returned(None, [])
        args = unpack(case["args"], case["transposed"])
        extra = unpack(case["extra"])
        try:
            with count or nullcontext():
                value = self._probe(case["probe"])(entry, *args, **extra)
            done = _Returned(pack(value), [pack(arg) for arg in args] if case["keep_args"] else [])
        except BaseException as error:
            fault = fault_of(error, self._lines)
        self._prints.hand_over()
        ops = dict(facade.uses) | (count.ops if count else {})
        self._answer(case["index"], done, ops, fault)

    def _probe(self, name: str) -> Callable[..., Any]:
        """A built-in probe, or `probe:<name>` of the exercise's own."""
        probe: Callable[..., Any] = (
            self._probes[name.removeprefix("probe:")] if name.startswith("probe:") else PROBES[name]
        )
        return probe

    def _answer(self, index: int, done: _Returned, ops: dict[str, int], fault: Fault | None) -> None:
        frame: dict[str, Any] = {
            "k": "case",
            "index": index,
            "ran": str(fault.ran if fault else Ran.RETURNED),
            "value": done.value,
            "args_after": done.args_after,
            "ops": ops,
            "error": fault.error() if fault else None,
        }
        try:
            _send(frame)
        except WireError:
            _send(frame | {"value": Opaque("value, too large"), "args_after": []})
