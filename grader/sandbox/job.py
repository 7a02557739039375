"""What goes into a cell and what comes back, as plain data. Imports no torch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from grader.model import Json
from grader.wire import Value


class Ran(StrEnum):
    """How one case ended in its cell. Only RETURNED carries a value, and that value is hostile."""

    RETURNED = "returned"
    ERROR = "error"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    REFUSED = "refused"
    CRASHED = "crashed"
    GARBLED = "garbled"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class CellCase:
    """One call. `probe`: `call`, `gradient` or `probe:<name>`; `extra` goes to the probe as keyword arguments."""

    args: list[Value]
    probe: str = "call"
    seed: int = 0
    prints: bool = False
    record: bool = False
    """Count every ATen operation (slow on loops: about five times)."""
    transposed: bool = False
    """Hand over the same values in non-contiguous memory."""
    keep_args: bool = False
    """Send the arguments back as they are after the call."""
    extra: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Job:
    """One source and the cases it runs, in order. `entry=None` with no cases runs the file as a script."""

    source: str
    entry: str | None
    cases: Sequence[CellCase] = ()
    probe_source: str | None = None
    cpu_s: float = 2.0
    """CPU seconds a case may take (and the loading of the file)."""
    wall_s: float | None = None
    """Wall seconds a case may take; three times `cpu_s` when None. Waiting for a core of a busy machine is not counted."""
    policy: bool = True
    print_cap: int = 65_536
    total_s: float = 10.0
    """CPU seconds for everything; three times that in wall time."""

    @property
    def wall_cap(self) -> float:
        return 3 * self.cpu_s if self.wall_s is None else self.wall_s


@dataclass(frozen=True, slots=True)
class CellError:
    """What the cell says went wrong. All of it is learner text: show it as plain text, and never for a hidden case."""

    type: str = ""
    """The exception's name when it is Python's or torch's own, else `Exception`."""
    text: str = ""
    line: int | None = None
    """Line of the learner's code."""
    source_line: str = ""
    code: str = ""
    """A message code of `locale/sandbox.yaml` such as `refused.import`; empty for an ordinary exception."""
    args: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CaseRun:
    """How one case ended."""

    index: int
    ran: Ran
    value: Value = None
    args_after: tuple[Value, ...] = ()
    ops: Mapping[str, int] = field(default_factory=dict)
    """Convolutions and unfoldings called, always; with `record`, every ATen operation by name."""
    error: CellError | None = None
    cpu_ms: float = 0.0
    wall_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class JobRun:
    """How a job ended. When the file could not be loaded, `load` says why and every case is `loaded`."""

    cases: tuple[CaseRun, ...]
    load: CellError | None
    loaded: Ran
    """How loading the file ended; RETURNED when it loaded."""
    stdout: str
    timings_ms: Mapping[str, float]
    """`wait` for a cell, `load`, `run`, `total`, and the CPU time of all cells as `cpu`."""
