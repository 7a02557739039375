"""The frames between pool and cell. What a cell sends is hostile: `parse` takes exactly these forms, nothing else.

pool → cell   {source, entry, probe_source, policy, print_cap}, then one frame a case
cell → pool   {k: ready}, {k: loaded, ran, error}, one {k: case, …} a case in order, {k: print, text} anywhere between
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from grader.errors import WireError
from grader.sandbox.job import CaseRun, CellCase, CellError, Job, Ran
from grader.wire import Array, Opaque, encode

TEXT_CAP = 2_000
"""Characters of an exception's text."""

_LOADS = (Ran.RETURNED, Ran.ERROR, Ran.MEMORY, Ran.REFUSED)
"""What a cell may say of itself; TIMEOUT, CRASHED, GARBLED and SKIPPED are the pool's to say."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The jail is closed around the cell: nothing of a learner was read before this frame."""


@dataclass(frozen=True, slots=True)
class Loaded:
    ran: Ran
    error: CellError | None


@dataclass(frozen=True, slots=True)
class Printed:
    text: str


Event = Ready | Loaded | Printed | CaseRun


def header(job: Job) -> bytes:
    """The first frame to a cell. Lone surrogates, which no file holds, become question marks."""
    return encode(
        {
            "source": job.source.encode("utf-8", "replace").decode(),
            "entry": job.entry,
            "probe_source": job.probe_source,
            "policy": job.policy,
            "print_cap": job.print_cap,
        }
    )


def case(index: int, cell_case: CellCase) -> bytes:
    """The frame of one case."""
    return encode(
        {
            "index": index,
            "args": list(cell_case.args),
            "probe": cell_case.probe,
            "seed": cell_case.seed,
            "prints": cell_case.prints,
            "record": cell_case.record,
            "transposed": cell_case.transposed,
            "keep_args": cell_case.keep_args,
            "extra": dict(cell_case.extra),
        }
    )


def parse(frame: Any) -> Event:
    """A frame of a cell as an event. Raises `WireError` for anything that is not exactly one of the four forms."""
    match frame:
        case {"k": "ready", **rest} if not rest:
            return Ready()
        case {"k": "print", "text": str(text), **rest} if not rest:
            return Printed(text)
        case {"k": "loaded", "ran": ran, "error": error, **rest} if not rest:
            return Loaded(_ran(ran), _error(error))
        case {
            "k": "case",
            "index": int(index),
            "ran": ran,
            "value": value,
            "args_after": list(after),
            "ops": ops,
            "error": error,
            **rest,
        } if not rest:
            return CaseRun(index, _ran(ran), value, tuple(after), _ops(ops), _error(error))
    raise WireError("not a frame of a cell")


def _ran(ran: Any) -> Ran:
    if ran in [str(known) for known in _LOADS]:
        return Ran(ran)
    raise WireError("a cell cannot end this way")


def _ops(ops: Any) -> dict[str, int]:
    if type(ops) is dict and len(ops) <= 4096 and all(type(k) is str and type(n) is int for k, n in ops.items()):
        return dict(ops)
    raise WireError("operation counts are not numbers by name")


def _error(error: Any) -> CellError | None:
    match error:
        case None:
            return None
        case {
            "type": str(type_name),
            "text": str(text),
            "line": int() | None as line,
            "source_line": str(source_line),
            "code": str(code),
            "args": dict(args),
        } if len(error) == 6 and _is_flat(args):
            return CellError(type_name[:80], text[:TEXT_CAP], line, source_line[:200], code[:80], args)
    raise WireError("not an error of a cell")


def _is_flat(args: dict[Any, Any]) -> bool:
    """Arguments of a message: a few strings and numbers, never arrays or nested things."""
    return len(args) <= 16 and all(
        type(key) is str and not isinstance(value, (Array, Opaque, bytes, dict, list)) for key, value in args.items()
    )
