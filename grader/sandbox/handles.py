"""Zygote and cells as the judge holds them: a child process with a control socket, and pipes with a pidfd."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from grader.errors import SandboxError
from grader.sandbox.jail import Walls
from grader.sandbox.zygote import FLOOR, FORK, KILL, REQUEST
from grader.wire import FRAME_CAP, FrameBuffer

_START_S = 120.0
_ANSWER_S = 20.0

_ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    "CUDA_VISIBLE_DEVICES": "",
    "PYTHONDONTWRITEBYTECODE": "1",
    **dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1"),
}
"""The zygote's. Nothing of ours is inherited: a cell can read all memory of its zygote, the environment too."""

CELL_VARIABLES = (*_ENVIRONMENT, "LC_CTYPE")
"""The variables that a cell may see: its zygote's, what Python adds, and those that torch sets itself."""


class ZygoteKilled(SandboxError):
    """A zygote was killed while it started: by somebody outside, or by the kernel for want of memory."""


class CellProcess:
    """A cell as the judge holds it: two pipe ends, a clock and a way to kill exactly this process."""

    def __init__(
        self, pid: int, job_in: int, result_out: int, pidfd: int | None, kill_pid: Callable[[int], None]
    ) -> None:
        self.pid = pid
        self.job_in = job_in
        self.result_out = result_out
        self._pidfd = pidfd
        self._kill_pid = kill_pid
        os.set_blocking(job_in, False)
        os.set_blocking(result_out, False)

    def cpu_s(self) -> float | None:
        """CPU seconds used so far; None when the process is gone or the host has no such clock."""
        if sys.platform != "linux":
            return None
        try:
            return time.clock_gettime((~self.pid << 3) | 2)  # what clock_getcpuclockid(pid) computes
        except OSError:
            return None

    def queued_s(self) -> float:
        """Seconds the cell was ready to run and had no core: a busy machine's fault, never the learner's."""
        try:
            return int(Path(f"/proc/{self.pid}/schedstat").read_text().split()[1]) / 1e9
        except (OSError, IndexError, ValueError):
            return 0.0

    def end(self) -> None:
        """Kill the cell, whatever it is doing, and let go of it. Its zygote reaps it."""
        if self._pidfd is None:
            self._kill_pid(self.pid)
        elif sys.platform == "linux":
            try:
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
            except ProcessLookupError:
                pass
            os.close(self._pidfd)
        for fd in (self.job_in, self.result_out):
            if fd >= 0:
                os.close(fd)
        self.job_in = self.result_out = -1

    def close_job(self) -> None:
        os.close(self.job_in)
        self.job_in = -1


class ZygoteProcess:
    """The zygote as the judge holds it: a child process and the control socket. Not thread-safe; the pool locks."""

    def __init__(self, memory_mb: int) -> None:
        ours, theirs = socket.socketpair()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the zygote)
        self._socket = ours
        self._spares, self._spare_walls, self._waiting = 0, Walls.ALL, 0
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-s", "-m", "grader.sandbox", str(theirs.fileno()), str(memory_mb)],
                env=_ENVIRONMENT,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # Ctrl-C is for the judge, which then closes us
            )
        began = time.monotonic()
        self.facts = self._first_answer() | {"ready_s": round(time.monotonic() - began, 2)}

    @property
    def pid(self) -> int:
        return self._process.pid

    def ends_within(self, seconds: float) -> bool:
        """Whether the zygote is dead, or dies while we wait this long."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def keep_waiting(self, spares: int, walls: Walls) -> None:
        """Have this many cells made in advance: their forks and their first page copies are then off everybody's way."""
        self._spares, self._spare_walls = spares, walls
        self.replenish()

    def replenish(self) -> None:
        """Have those cells replaced that were taken. Call it when a job is done: the fork then takes no core from the job."""
        while self._waiting < self._spares:
            self._ask(FORK, self._spare_walls)
            self._waiting += 1

    def cell(self, walls: Walls) -> CellProcess:
        """The next waiting cell, or one made now. Raises SandboxError when the zygote is gone."""
        if self._waiting and walls == self._spare_walls:
            self._waiting -= 1
            return self._take()
        return self.fresh_cell(walls)

    def fresh_cell(self, walls: Walls) -> CellProcess:
        """One made now, after a crash: whoever killed that cell may have killed those that wait."""
        with self._no_spares():
            self._ask(FORK, walls)
            return self._take()

    @contextmanager
    def _no_spares(self) -> Iterator[None]:
        """The control socket with no cell waiting in it: for the rare questions."""
        while self._waiting:
            self._waiting -= 1
            self._take().end()
        yield
        self.replenish()

    def _take(self) -> CellProcess:
        answer, fds = self._answer(_ANSWER_S)
        job_in, result_out, *pidfd = fds
        return CellProcess(
            answer["pid"], job_in, result_out, pidfd[0] if pidfd else None, lambda pid: self._ask(KILL, pid=pid)
        )

    def floor_ms(self) -> float:
        """Milliseconds of a fork that ends at once."""
        with self._no_spares():
            self._ask(FLOOR)
            answer, _ = self._answer(_ANSWER_S)
            return float(answer["floor_ms"])

    def memory_mb(self) -> dict[str, float]:
        """Megabytes: `zygote` resident; `cell` private to one waiting cell, where we may look."""
        sizes = {"zygote": _resident_mb(self.pid)}
        with self._no_spares():
            self._ask(FORK, self._spare_walls)
            cell = self._take()
            try:
                select.select([cell.result_out], [], [], _ANSWER_S)  # it says `ready` when its pages are warm
                sizes["cell"] = _private_mb(cell.pid)
            finally:
                cell.end()
        return {name: size for name, size in sizes.items() if size}

    def _ask(self, operation: bytes, walls: Walls = Walls.NONE, pid: int = 0) -> None:
        try:
            self._socket.sendall(REQUEST.pack(operation, walls, pid))
        except OSError:
            raise SandboxError("the zygote is gone") from None

    def _answer(self, timeout: float) -> tuple[Any, list[int]]:
        """One frame and its descriptors. The first four bytes bring the descriptors."""
        self._socket.settimeout(timeout)
        try:
            head, fds, _, _ = socket.recv_fds(self._socket, 4, 3, getattr(socket, "MSG_CMSG_CLOEXEC", 0))
            body = self._exactly(int.from_bytes(head, "big")) if len(head) == 4 else b""
        except OSError as error:
            raise SandboxError(f"the zygote does not answer: {error}") from None
        for frame in FrameBuffer().feed(head + body):
            return frame, list(fds)
        raise SandboxError("the zygote is gone")

    def _exactly(self, size: int) -> bytes:
        data = b""
        while len(data) < min(size, FRAME_CAP) and (chunk := self._socket.recv(size - len(data))):
            data += chunk
        return data

    def _first_answer(self) -> dict[str, Any]:
        try:
            facts, _ = self._answer(_START_S)
        except SandboxError as error:
            words = self._last_words() or str(error)
            if self.close():
                raise ZygoteKilled("the zygote was killed while it started") from None
            raise SandboxError(f"the zygote did not start: {words}") from None
        return dict(facts)

    def _last_words(self) -> str:
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else ""

    def close(self) -> bool:
        """End the zygote and, through it, every cell; returns when it is gone → whether somebody else had killed it."""
        self._socket.close()
        was_killed = False
        try:
            was_killed = self._process.wait(5) in (-signal.SIGKILL, -signal.SIGTERM)
        except subprocess.TimeoutExpired:
            self._process.kill()  # our own child, not reaped yet: this pid is surely its
            self._process.wait()
        self._errors.close()
        return was_killed


def _resident_mb(pid: int) -> float:
    return _kilobytes(Path(f"/proc/{pid}/status"), "VmRSS") / 1024


def _private_mb(pid: int) -> float:
    rollup = Path(f"/proc/{pid}/smaps_rollup")
    return (_kilobytes(rollup, "Private_Dirty") + _kilobytes(rollup, "Private_Clean")) / 1024


def _kilobytes(file: Path, name: str) -> int:
    """A number of a /proc file; 0 where there is none or we may not look."""
    try:
        lines = file.read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{name}:")), 0)
