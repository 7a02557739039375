"""The door of the sandbox: `Pool.run(job)`. Imports no torch; safe to call from many threads.

The pool keeps one warm zygote and, in its control socket, a few cells that are forked, jailed and waiting. A cell runs
all cases of one job and is killed after it. After a hang or a crash the remaining cases go on in a fresh cell; after
the second one they are skipped. A zygote that died is started again.

A crash is believed when it was seen three times at the same place, so that a cell that is killed from outside, for
want of memory or with its zygote, costs no learner a point.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress

from grader.errors import SandboxError
from grader.model import Isolation, Json, Progress
from grader.sandbox.canaries import Proof, isolation_of, prove
from grader.sandbox.frames import Loaded, Printed
from grader.sandbox.handles import CELL_VARIABLES, CellProcess, ZygoteKilled, ZygoteProcess
from grader.sandbox.jail import Walls
from grader.sandbox.job import CaseRun, CellCase, CellError, Job, JobRun, Ran
from grader.sandbox.talk import Ended, NeverReady, Talk

__all__ = ["CaseRun", "CellCase", "CellError", "Job", "JobRun", "Pool", "Ran"]

_STRIKES = 2
"""Hangs and crashes of one job; after the last one the remaining cases are skipped."""

_DOUBTS = 2
"""How often a crash at one place is run again before it is believed."""

_RETRIES = 4
"""How often something is tried again that no learner can cause: a cell or a zygote that dies before its work."""

_KILLS = 30
"""How often a zygote is started for one cell when one after the other is killed from outside."""


class Pool:
    """Runs jobs in cells. `start` before use, `close` after; also a context manager."""

    def __init__(self, *, memory_mb: int = 512, spares: int | None = None, walls: Walls = Walls.ALL) -> None:
        """`walls` are what closes around a cell at most: fewer only to try the language tier on a host that has more."""
        self._memory_mb = memory_mb
        self._walls = walls
        self._spares = spares if spares is not None else os.cpu_count() or 1
        self._lock = threading.Lock()
        self._proving = threading.Lock()
        self._zygote: ZygoteProcess | None = None
        self._closed = False
        self.isolation = Isolation("none", ())
        """What `start` proved; tier `none` before it."""
        self.proofs: tuple[Proof, ...] = ()

    def __enter__(self) -> Pool:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start the zygote (seconds) and prove the walls, once. Raises SandboxError."""
        with self._proving:
            if self.proofs:
                return
            proofs = prove(self.run_behind, self._memory_mb, CELL_VARIABLES)
            self.isolation = isolation_of(proofs)
            with self._lock:
                self.proofs = proofs
                with suppress(SandboxError):  # it died since: the first job starts another
                    self._alive().keep_waiting(self._spares, self._walls)

    def close(self) -> None:
        """End every process of the pool. Jobs that still run come back as our fault."""
        with self._lock:
            self._closed = True
            if self._zygote is not None:
                self._zygote.close()

    def _alive(self) -> ZygoteProcess:
        """The zygote, started again if it died. The lock is held."""
        if self._closed:
            raise SandboxError("the pool is closed")
        if self._zygote is not None and self._zygote.ends_within(0):
            self._zygote.close()
            self._zygote = None
        if self._zygote is None:
            self._zygote = ZygoteProcess(self._memory_mb)
            self._zygote.keep_waiting(self._spares if self.proofs else 0, self._walls)
        return self._zygote

    def _cell(self, walls: Walls, *, fresh: bool) -> CellProcess:
        """A cell; a zygote that turns out to be dead is replaced. Raises SandboxError."""
        failed = killed = 0
        while True:
            with self._lock:
                try:
                    zygote = self._alive()
                    return zygote.fresh_cell(walls) if fresh else zygote.cell(walls)
                except SandboxError as error:
                    was_killed = isinstance(error, ZygoteKilled) or (self._zygote is not None and self._zygote.close())
                    failed, killed = failed + (not was_killed), killed + was_killed
                    if self._closed or failed > _RETRIES or killed > _KILLS:
                        raise

    def run(
        self,
        job: Job,
        on_case: Callable[[CaseRun], None] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> JobRun:
        """Run a job to its end; `on_case` hears of each case as it ends. Raises SandboxError when the fault is ours."""
        self.start()
        return self._run(_Run(job, on_case or (lambda _: None), on_progress or (lambda _: None)), self._walls)

    def run_behind(self, job: Job, walls: Walls) -> JobRun:
        """Run a job of our own behind these walls alone: for canaries, and as the control of an attack test."""
        return self._run(_Run(job, lambda _: None, lambda _: None), walls & self._walls)

    def _run(self, run: _Run, walls: Walls) -> JobRun:
        retries, fresh = _RETRIES, False
        while run.goes_on:
            cell = self._cell(walls, fresh=fresh)
            try:
                broken = run.go_on_in(cell)
            except NeverReady:
                if retries == 0:
                    raise
                retries, fresh = retries - 1, True
                continue
            finally:
                cell.end()
                self._replenish()
            if broken is not None:
                fresh = broken.ran is Ran.CRASHED
                run.break_with(broken)
        return run.result()

    def _replenish(self) -> None:
        with self._lock:
            if self._zygote is not None and not self._closed:
                with suppress(SandboxError):  # it died: the next job starts another
                    self._zygote.replenish()

    def floor(self) -> float:
        """Milliseconds of a fork of the zygote that ends at once: no cell can be faster."""
        with self._lock:
            return self._alive().floor_ms()

    def facts(self) -> Mapping[str, Json]:
        """What the zygote says of itself: torch, pid, uid, seconds until it was ready."""
        with self._lock:
            return self._alive().facts

    def memory(self) -> dict[str, float]:
        """Megabytes: `zygote` resident, `cell` private to one waiting cell (where the kernel tells)."""
        with self._lock:
            return self._alive().memory_mb()


class _Run:
    """One job on its way through one or more cells."""

    def __init__(self, job: Job, on_case: Callable[[CaseRun], None], on_progress: Callable[[Progress], None]) -> None:
        self._job = job
        self._on_case, self._on_progress = on_case, on_progress
        self._began = time.monotonic()
        self._first_cell_at = 0.0
        self._load_s = 0.0
        self._cpu_s = 0.0
        self._queued_s = 0.0
        self._todo = list(range(len(job.cases)))
        self._done: list[CaseRun] = []
        self._loaded: Ran | None = None
        self._load: CellError | None = None
        self._rest: tuple[Ran, CellError | None] | None = None  # how the cases that never ran fared, once that is known
        self._printed: list[str] = []
        self._print_room = job.print_cap
        self._print_mark = (0, job.print_cap)  # pieces kept and room left when the last case ended
        self._strikes = 0
        self._doubts = _DOUBTS

    @property
    def goes_on(self) -> bool:
        """Whether another cell is needed."""
        if self._loaded is None:
            return True
        return self._rest is None and bool(self._todo) and self._strikes < _STRIKES and self._has_time

    @property
    def _has_time(self) -> bool:
        return self._cpu_s < self._job.total_s and time.monotonic() < self._ends_at

    @property
    def _ends_at(self) -> float:
        return self._first_cell_at + self._queued_s + 3 * self._job.total_s

    def go_on_in(self, cell: CellProcess) -> CaseRun | Ended | None:
        """Run what is left in this cell. Where the cell broke, that comes back and nothing is noted of it yet."""
        self._first_cell_at = self._first_cell_at or time.monotonic()
        talk = Talk(cell, self._job, tuple(self._todo), self._job.total_s - self._cpu_s, self._ends_at)
        loading = True
        broken: CaseRun | Ended | None = None
        for event in talk.events():
            if isinstance(event, Printed):
                self._keep(event.text, again=loading and self._loaded is not None)
            elif isinstance(event, Progress):
                self._on_progress(event)
            elif isinstance(event, Loaded):
                loading = False
                self._load_s = self._load_s or time.monotonic() - self._first_cell_at
                self._note_load(event.ran, event.error)
                self._print_mark = (len(self._printed), self._print_room)
            elif isinstance(event, Ended) or event.ran in (Ran.TIMEOUT, Ran.CRASHED, Ran.GARBLED):
                broken = event
            else:
                self._finish(event)
        self._cpu_s += talk.cpu_s
        self._queued_s += talk.queued_s
        return broken

    def break_with(self, broken: CaseRun | Ended) -> None:
        """The cell hung, crashed or spoke nonsense: by the learner's doing, unless it is a crash that does not come again."""
        if broken.ran is Ran.CRASHED and self._doubts and self._has_time:
            self._doubts -= 1
            kept, self._print_room = self._print_mark
            del self._printed[kept:]
            return
        self._strikes += 1
        self._doubts = _DOUBTS
        if isinstance(broken, CaseRun):
            self._finish(broken)
        else:
            self._note_load(broken.ran, CellError(code=f"load.{broken.ran}", args={"limit": self._job.cpu_s}))

    def _note_load(self, ran: Ran, error: CellError | None) -> None:
        """The first loading counts. When a fresh cell cannot load the file, that costs only the cases that are left."""
        if self._loaded is None:
            self._loaded, self._load = ran, error
        if ran is not Ran.RETURNED:
            self._rest = (ran, error)

    def _keep(self, text: str, again: bool) -> None:
        """Prints of the first loading and of the cases; a fresh cell loads the file again and prints the same again."""
        if not again and self._print_room > 0:
            self._printed.append(text[: self._print_room])
            self._print_room -= len(text)

    def _finish(self, case: CaseRun) -> None:
        self._todo.remove(case.index)
        self._done.append(case)
        self._doubts = _DOUBTS
        self._print_mark = (len(self._printed), self._print_room)
        self._on_case(case)

    def result(self) -> JobRun:
        """Everything that happened; cases that never ran are skipped, or fared as the loading did."""
        rest, error = self._rest or (Ran.SKIPPED, None)
        for index in tuple(self._todo):
            self._finish(CaseRun(index, rest, error=error))
        now = time.monotonic()
        timings = {
            "wait": (self._first_cell_at - self._began) * 1000,
            "load": self._load_s * 1000,
            "run": (now - self._first_cell_at - self._load_s) * 1000,
            "total": (now - self._began) * 1000,
            "cpu": self._cpu_s * 1000,
        }
        return JobRun(tuple(self._done), self._load, self._loaded or Ran.SKIPPED, "".join(self._printed), timings)
