"""One conversation with one cell: feed it a job, read its frames as they come, keep the deadlines.

A cell is given no say over time: CPU time is read from the kernel for its process, wall time from our clock, and a
frame that is short, late, garbled or out of order ends the conversation at that case.
"""

from __future__ import annotations

import itertools
import os
import select
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from grader.errors import SandboxError, WireError
from grader.model import Progress
from grader.sandbox import frames
from grader.sandbox.frames import Event, Loaded, Printed, Ready
from grader.sandbox.handles import CellProcess
from grader.sandbox.job import CaseRun, Job, Ran
from grader.sandbox.progress import Listener
from grader.wire import FrameBuffer

_CHUNK = 1 << 16
_BUSY = 10
"""Wall time may be stretched this far by waiting for a core."""

_READY_S = 20.0
"""How long a fresh cell may take to close its walls, on a machine that is busy."""


@dataclass(frozen=True, slots=True)
class Ended:
    """Loading did not end by itself: TIMEOUT, CRASHED or GARBLED."""

    ran: Ran


class NeverReady(SandboxError):
    """A cell ended before its walls were closed: our fault, not the learner's."""


class Stopwatch:
    """CPU and wall time of a cell since the last lap; wall time stands in where CPU time cannot be read."""

    def __init__(self, cell: CellProcess) -> None:
        self._cell = cell
        self._began = time.monotonic()
        self._last_cpu_s = 0.0
        self._queued_at_first_s = cell.queued_s()
        self.lap()

    def _cpu_now(self) -> float:
        now = self._cell.cpu_s()
        if now is not None:
            self._last_cpu_s = now
        elif sys.platform != "linux":
            self._last_cpu_s = time.monotonic() - self._began
        return self._last_cpu_s

    def read(self) -> tuple[float, float]:
        """(CPU seconds, wall seconds) of this lap."""
        return self._cpu_now() - self._cpu_s, time.monotonic() - self._wall_s

    def queued_s(self) -> float:
        """Seconds that the cell waited for a core in all laps. Reads a file: ask only when a deadline is near."""
        return max(0.0, self._cell.queued_s() - self._queued_at_first_s)

    def lap(self) -> None:
        """Begin the next lap."""
        self._cpu_s, self._wall_s = self._cpu_now(), time.monotonic()


class Talk:
    """Runs the cases `todo` of a job in one cell. Iterate `events`; `cpu_s` is what the cell has used, `queued_s` how long it waited for a core, as far as that mattered."""

    def __init__(self, cell: CellProcess, job: Job, todo: Sequence[int], cpu_left_s: float, ends_at: float) -> None:
        self._cell = cell
        self._job = job
        self._due: list[int | None] = [None, *todo]  # what frames are due: the loading of the file, then the cases
        self._cpu_left_s = cpu_left_s
        self._ends_at = ends_at
        self._buffer = FrameBuffer()
        self._unsent = memoryview(frames.header(job))
        self._unsent_cases = _in_groups(job, todo)
        self._framed = b""
        self._printed = 0
        self._progress = Listener()
        self._poll = select.poll()
        self._poll.register(cell.result_out, select.POLLIN)
        self.cpu_s = 0.0
        self.queued_s = 0.0
        self._granted_s = 0.0  # waiting that was already added to the time of earlier cases

    def events(self) -> Iterator[Loaded | Printed | Progress | CaseRun | Ended]:
        """What happens, in order. The last event of a cell that did not answer says how it ended. Raises `NeverReady`."""
        self._await_ready()
        self._poll.register(self._cell.job_in, select.POLLOUT)
        self._watch = Stopwatch(self._cell)
        while self._due:
            left = self._time_left()
            try:
                for event in self._wait(left):
                    event = self._in_turn(event)
                    if isinstance(event, Printed) and self._is_silent:
                        continue
                    if isinstance(event, Progress) and not self._progress.lets_through(is_silent=self._is_silent):
                        continue
                    yield event
                    if not self._due or (isinstance(event, Loaded) and event.ran is not Ran.RETURNED):
                        return  # whatever else a cell sends after its last answer, nobody asked for
            except WireError:
                return (yield self._cut(Ran.GARBLED))
            except EOFError:
                return (yield self._cut(Ran.CRASHED))
            if left <= 0 and self._due:
                return (yield self._cut(Ran.TIMEOUT))

    @property
    def _is_silent(self) -> bool:
        """Whether the case that is due may not print. The harness drops its prints; a cell may have lost its harness."""
        due = self._due[0] if self._due else None
        return due is not None and not self._job.cases[due].prints

    def _await_ready(self) -> None:
        deadline = time.monotonic() + _READY_S
        try:
            while (left := deadline - time.monotonic()) > 0:
                for event in self._wait(left):
                    if isinstance(event, Ready):
                        return
                    raise NeverReady("a cell spoke before its walls were closed")
        except (WireError, EOFError):
            pass
        raise NeverReady("a cell could not close its walls")

    def _wait(self, seconds: float) -> Iterator[Event]:
        """Wait for the pipes, feed the cell, and give what it sent. Raises EOFError at its end, `WireError` for garbage."""
        for fd, _ in self._poll.poll(max(0.0, seconds) * 1000 + 1):
            if fd == self._cell.job_in:
                self._feed()
            else:
                data = os.read(fd, _CHUNK)
                if not data:
                    raise EOFError
                for frame in self._buffer.feed(data):
                    yield frames.parse(frame)

    def _feed(self) -> None:
        """Write what the pipe takes, and close it after the last case."""
        try:
            self._unsent = self._unsent[os.write(self._cell.job_in, self._unsent) :]
        except BlockingIOError:
            return
        except BrokenPipeError:  # the cell is gone: its result pipe says so
            self._unsent = memoryview(b"")
            self._unsent_cases.clear()
        if not self._unsent:
            self._poll.unregister(self._cell.job_in)
            self._go_on_feeding()

    def _go_on_feeding(self) -> None:
        """The next cases, if their time has come: those that may not print go out when all before them are answered."""
        if not self._unsent_cases:
            return self._cell.close_job()
        group = self._unsent_cases[0]
        # put into frames now, while the cell is busy, even if it is too early to send them
        self._framed = self._framed or b"".join(frames.case(index, self._job.cases[index]) for index in group)
        if self._job.cases[group[0]].prints or self._due[0] == group[0]:
            del self._unsent_cases[0]
            self._unsent, self._framed = memoryview(self._framed), b""
            self._poll.register(self._cell.job_in, select.POLLOUT)
        return None

    def _in_turn(self, event: Event) -> Loaded | Printed | Progress | CaseRun:
        """The event, timed, if it is what is due. Raises `WireError` when it is not."""
        if isinstance(event, Printed):
            self._printed += len(event.text)
            if not event.text or self._printed > self._job.print_cap:
                raise WireError("prints that the harness does not send")
            return event
        if isinstance(event, Progress) and self._due and self._due[0] is not None:
            return event
        if not self._due or isinstance(event, (Ready, Progress)):
            raise WireError("a frame that nobody waits for")
        due = self._due[0]
        if (event.index if isinstance(event, CaseRun) else None) != due:
            raise WireError("a frame out of turn")
        del self._due[0]
        if self._unsent_cases and not self._unsent:
            self._go_on_feeding()
        cpu_s, wall_s = self._lap()
        return replace(event, cpu_ms=cpu_s * 1000, wall_ms=wall_s * 1000) if isinstance(event, CaseRun) else event

    def _cut(self, ran: Ran) -> CaseRun | Ended:
        """The thing that was due ends here, in this way."""
        cpu_s, wall_s = self._lap()
        due = self._due[0]
        return Ended(ran) if due is None else CaseRun(due, ran, cpu_ms=cpu_s * 1000, wall_ms=wall_s * 1000)

    def _lap(self) -> tuple[float, float]:
        cpu_s, wall_s = self._watch.read()
        self.cpu_s += cpu_s
        self._granted_s = self.queued_s
        self._watch.lap()
        return cpu_s, wall_s

    def _time_left(self) -> float:
        """Seconds until the next look is due: CPU is used no faster than time passes."""
        cpu_s, wall_s = self._watch.read()
        cpu_left = min(self._job.cpu_s - cpu_s, self._cpu_left_s - self.cpu_s - cpu_s)
        case_left, total_left = self._job.wall_cap - wall_s, self._ends_at - time.monotonic() + self.queued_s
        if min(case_left, total_left) <= 0 < cpu_left and wall_s < _BUSY * self._job.wall_cap:
            before, self.queued_s = self.queued_s, self._watch.queued_s()
            case_left += self.queued_s - self._granted_s  # it may not have slept too long, only waited for a core
            total_left += self.queued_s - before
        return min(cpu_left, case_left, total_left)


def _in_groups(job: Job, todo: Sequence[int]) -> list[list[int]]:
    """Cases one after the other that may print, and that may not. What a cell has not been sent, it cannot print ahead."""
    return [list(group) for _, group in itertools.groupby(todo, key=lambda index: job.cases[index].prints)]
