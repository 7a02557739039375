"""The frames between pool and cell. What a cell sends is hostile: `parse` takes exactly these forms, nothing else.

pool → cell   {source, entry, probe_source, policy, print_cap}, then one frame a case
cell → pool   {k: ready}, {k: loaded, ran, error}, one {k: case, …} a case in order, {k: print, text} anywhere between,
              {k: progress, done, of, value} while a case runs
"""

from __future__ import annotations

import builtins
import re
from dataclasses import dataclass
from typing import Any

from grader.errors import WireError
from grader.model import Progress
from grader.sandbox import progress
from grader.sandbox.job import CaseRun, CellCase, CellError, Job, Ran
from grader.wire import Array, Opaque, encode

TEXT_CAP = 2_000
"""Characters of an exception's text."""

_CODES = re.compile(r"((refused|load)\.[a-z0-9.-]{1,60})?")
"""What a cell has words for; everything else is for the judge to say."""
_LINES = 1 << 16
"""More than a source of 64 KB can have."""

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


Event = Ready | Loaded | Printed | Progress | CaseRun


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
    """A frame of a cell as an event. Raises `WireError` for anything that is not exactly one of the five forms."""
    match frame:
        case {"k": "ready", **rest} if not rest:
            return Ready()
        case {"k": "print", "text": str(text), **rest} if not rest:
            return Printed(text)
        case {"k": "progress", "done": done, "of": of, "value": value, **rest} if not rest:
            return progress.parse(done, of, value)
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
    if type(ops) is dict and len(ops) <= 4096 and all(len(k) <= 200 and type(n) is int for k, n in ops.items()):
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
            if not _CODES.fullmatch(code):
                raise WireError("a cell has no such message")
            place = line if line is None or 0 < line <= _LINES else None
            return CellError(_name_of(type_name), text[:TEXT_CAP], place, source_line[:200], code, _short(args))
    raise WireError("not an error of a cell")


def _name_of(type_name: str) -> str:
    """Names of exceptions are told of hidden cases too: only those that everybody knows may pass."""
    known = getattr(builtins, type_name, None)
    is_known = isinstance(known, type) and issubclass(known, BaseException)
    return type_name if is_known or not type_name else "Exception"


def _is_flat(args: dict[str, Any]) -> bool:
    """Arguments of a message: a few strings and numbers, never arrays or nested things."""
    return len(args) <= 16 and not any(isinstance(value, (Array, Opaque, bytes, dict, list)) for value in args.values())


def _short(args: dict[str, Any]) -> dict[str, Any]:
    """They are kept with the verdict: a name as long as a frame has no place there."""
    return {key[:80]: value[:200] if type(value) is str else value for key, value in args.items()}
