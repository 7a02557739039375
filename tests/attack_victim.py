"""The process that attacks aim at. It holds a secret, and it says and shows what is done to it."""

from __future__ import annotations

import ctypes
import os
import select
import signal
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

_libc = ctypes.CDLL(None, use_errno=True)
_PR_SET_DUMPABLE, _PR_SET_PTRACER, _ANY = 4, 0x59616D61, -1
_SYS_FUTEX, _SYS_IOPRIO_GET = 202, 252


def fork(live: Callable[[], object], uid: int) -> int:
    """A process of our own that lives as this uid, without any right, and may be traced."""
    pid = os.fork()
    if pid:
        return pid
    try:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setresgid(uid, uid, uid)
            os.setresuid(uid, uid, uid)
        _libc.capset(struct.pack("IiQ", 0x20080522, 0, 0)[:8], bytes(24))
        _libc.prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0)
        _libc.prctl(_PR_SET_PTRACER, ctypes.c_ulong(_ANY), 0, 0, 0)
        live()
    finally:
        os._exit(0)


class Victim:
    """A process of the attacker's own uid with a secret in its memory and in an open file. It says what is done to it."""

    def __init__(self, secret: str, uid: int) -> None:
        self._told, told = os.pipe()
        os.set_blocking(self._told, False)
        ready, say = os.pipe()
        self.pid = fork(lambda: _suffer(secret.encode(), told, say), uid)
        os.close(told)
        os.close(say)
        self.address = int(os.read(ready, 32))
        os.close(ready)
        self.pidfd = os.pidfd_open(self.pid)
        self.length = len(secret)

    def state(self) -> dict[str, Any]:
        """All of it that others could change."""
        if select.select([self.pidfd], [], [], 0)[0]:
            return {"dead": True}
        where = Path(f"/proc/{self.pid}")
        stat = (where / "stat").read_text().rpartition(")")[2].split()
        files = "limits oom_score_adj coredump_filter comm autogroup cpuset timerslack_ns"
        return {
            "stopped": stat[0] in "Tt",
            "nice": stat[16],
            "scheduler": os.sched_getscheduler(self.pid),
            "cores": os.sched_getaffinity(self.pid),
            "io": _libc.syscall(_SYS_IOPRIO_GET, 1, self.pid),
            "group": (os.getpgid(self.pid), os.getsid(self.pid)),
            "memory": _peek(where / "mem", self.address, self.length),
            "told": _drain(self._told),
        } | {name: text_of(where / name) for name in files.split()}

    def end(self) -> None:
        signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.pidfd)
        os.close(self._told)


def text_of(file: Path) -> str:
    """What a file says, nothing where it does not let itself be read."""
    try:
        return file.read_text()
    except OSError:
        return ""


def _peek(file: Path, address: int, length: int) -> bytes:
    try:
        with file.open("rb", buffering=0) as memory:
            memory.seek(address)
            return memory.read(length)
    except OSError:
        return b""


def _drain(fd: int) -> bytes:
    try:
        return os.read(fd, 4096)
    except BlockingIOError:
        return b""


def _suffer(secret: bytes, told: int, say: int) -> None:
    """The victim's life: hold the secret, report every signal and every wake-up, wait."""
    kept = ctypes.create_string_buffer(secret)
    held = os.memfd_create("held")
    os.write(held, secret)
    os.dup2(held, 99)
    os.setpgid(0, 0)
    for number in set(range(1, 65)) - {9, 19, 32, 33}:
        signal.signal(number, lambda number, _: os.write(told, b"%d " % number))
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    if os.fork() == 0:
        _await_futex(told)
    os.write(say, b"%d" % ctypes.addressof(kept))
    while True:
        signal.pause()


def _await_futex(told: int) -> None:
    """A child that sleeps on a word of the C library, as any process can that maps the same file."""
    _libc.prctl(1, 9, 0, 0, 0)
    word = ctypes.cast(_libc.getpid, ctypes.c_void_p).value or 0
    value = ctypes.c_uint.from_address(word & ~3).value
    if _libc.syscall(_SYS_FUTEX, ctypes.c_void_p(word & ~3), 0, value, None, None, 0) == 0:
        os.write(told, b"woken ")
    os._exit(0)
