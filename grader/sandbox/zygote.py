"""The zygote: torch and the harness, warm, in one thread. Forks one jailed cell per request and reads no learner byte.

Theory of operation: see `jail`. Requests from the judge are six bytes (operation, walls, pid); what goes back is one
frame each, with the descriptors of a new cell attached: its job pipe, its result pipe and, on Linux, a pidfd taken
before the cell can have been reaped. The control socket's end is the zygote's end, and its cells' (PDEATHSIG).
"""

from __future__ import annotations

import functools
import gc
import os
import select
import signal
import socket
import struct
import sys
import time
from collections.abc import Callable
from typing import Any

from grader.sandbox.jail import EXIT_NO_JAIL, Jail, Walls, die_with_parent, drop_root, hide_memory
from grader.sandbox.pages import gather_pages
from grader.wire import encode

REQUEST = struct.Struct(">cBI")
FORK, FLOOR, KILL = b"F", b"N", b"K"


def main(
    control_fd: int, memory_mb: int, warm_up: Callable[[], dict[str, Any]], live: Callable[[Jail, Walls], None]
) -> None:
    """Warm everything, give up root, then serve until the judge closes the socket."""
    control = socket.socket(fileno=control_fd)
    jail = Jail(memory_mb)
    facts = warm_up()
    drop_root(os.getpid())
    jail.measure()
    gc.collect()
    gc.freeze()  # collections in a cell then leave the shared pages alone
    facts["huge_pages"] = gather_pages()
    hide_memory()
    control.sendall(encode(facts | {"pid": os.getpid(), "uid": os.getuid(), "walls": int(jail.available)}))
    _silence()
    Zygote(control, functools.partial(live, jail)).serve()


def _silence() -> None:
    """Nobody reads what is written to stderr from here on: only start-up failures are shown."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    os.close(null)


class Zygote:
    """Forks, reaps and, where there are no pidfds, kills on request: only children that it has not reaped yet."""

    def __init__(self, control: socket.socket, live: Callable[[Walls], None]) -> None:
        self._control = control
        self._live = live
        self._children: set[int] = set()
        self._woken, self._wake = os.pipe()
        for fd in (self._woken, self._wake):
            os.set_blocking(fd, False)

    def serve(self) -> None:
        """Answer requests until the control socket ends, then end every cell."""
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        poll = select.poll()
        poll.register(self._control, select.POLLIN)
        poll.register(self._woken, select.POLLIN)
        while True:
            for fd, _ in poll.poll():
                if fd == self._woken:
                    os.read(self._woken, 4096)
                    self._reap(os.WNOHANG)
                elif not self._answer():
                    return self._end()

    def _answer(self) -> bool:
        request = self._control.recv(REQUEST.size, socket.MSG_WAITALL)
        if len(request) < REQUEST.size:
            return False
        operation, walls, pid = REQUEST.unpack(request)
        if operation == FORK:
            self._fork(Walls(walls))
        elif operation == FLOOR:
            self._control.sendall(encode({"floor_ms": _floor_ms()}))
        elif operation == KILL and pid in self._children:
            os.kill(pid, signal.SIGKILL)
        return True

    def _fork(self, walls: Walls) -> None:
        job_out, job_in = os.pipe()
        result_out, result_in = os.pipe()
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            _become_cell(parent, job_out, result_in, walls, self._live)
        self._children.add(pid)
        handles = [job_in, result_out]
        if sys.platform == "linux":
            handles.append(os.pidfd_open(pid))
        socket.send_fds(self._control, [encode({"pid": pid})], handles)
        for fd in (job_out, result_in, *handles):
            os.close(fd)

    def _reap(self, flags: int) -> None:
        while self._children:
            try:
                pid, _ = os.waitpid(-1, flags)
            except ChildProcessError:
                return self._children.clear()
            if pid == 0:
                return None
            self._children.discard(pid)
        return None

    def _end(self) -> None:
        for pid in self._children:
            os.kill(pid, signal.SIGKILL)
        self._reap(0)
        os._exit(0)


def _floor_ms() -> float:
    """The time of a fork that ends at once: what no cell of this zygote can be faster than."""
    started = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    return (time.perf_counter() - started) * 1000


def _become_cell(parent: int, job_out: int, result_in: int, walls: Walls, live: Callable[[Walls], None]) -> None:
    """In the forked child: keep two pipes as fds 0 and 1, lose all else, live and end. Never returns."""
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        die_with_parent(parent)
        os.setsid()
        os.dup2(job_out, 0)
        os.dup2(result_in, 1)
        os.closerange(2, 4096)
        live(walls)
    except BaseException:
        os._exit(EXIT_NO_JAIL)
    os._exit(0)
