"""The walls of a cell: resource limits, no new privileges, Landlock, seccomp. Needs no root and no setuid program.

Theory of operation
-------------------
    judge (trusted)  ── control socket ──  zygote (torch, harness, no learner byte)  ── fork ──  cell (learner code)
          └─────────── job pipe: header and cases ───────────────────────────────────────────────► fd 0
          ◄─────────── result pipe: frames, hostile ────────────────────────────────────────────── fd 1

- The judge keeps its rights and all secrets. It starts the zygote with a clean environment and no descriptor but the
  control socket, and holds a pidfd of every cell: it kills by that, never by name, uid or group.
- The zygote reads only six-byte requests from the judge. When it was started by root it gives root up for a uid that
  nobody else has, once everything is imported and warm. It is not dumpable: no process of its uid can trace it.
- A cell owns two pipes as fds 0 and 1 and nothing else. Before it reads the first byte of a learner it calls `enter`,
  which closes these walls in this order; they overlap, so that what one misses another stops:
  1. rlimits: no core, no file growth, no new process, memory relative to the zygote's size, CPU as a backstop;
  2. no new privileges, so that nothing executed later could gain rights (and so that 3 and 4 need no root);
  3. Landlock with an empty ruleset: no file, no TCP, no abstract socket, no signal out of the cell;
  4. seccomp: the allow-list is "pure compute"; all else is EPERM. No open, clone, execve, socket, kill, ptrace.
  Anything that fails here ends the cell (exit 70) before it said `ready`; the judge then reports our fault.
- Which walls exist is asked of the kernel by `available`; which walls hold is proved by `canaries`, in real cells.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import errno
import functools
import importlib
import os
import resource
import sys
from enum import IntFlag
from pathlib import Path
from typing import NoReturn


class Walls(IntFlag):
    """What closes around a cell. The language policy is not here: it belongs to a job."""

    NONE = 0
    RLIMITS = 1
    LANDLOCK = 2
    SECCOMP = 4
    ALL = 7


EXIT_NO_JAIL = 70
"""Exit status of a cell whose walls could not be closed."""

CPU_BACKSTOP_S = 120
"""Kernel limit; the pool's own deadlines are far shorter and per case."""

_STACK = 8 << 20
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38
_SYS_LANDLOCK_CREATE, _SYS_LANDLOCK_RESTRICT = 444, 446  # the same on every architecture
_SIGKILL = 9

_PURE_COMPUTE = """
    read readv write writev close fstat lseek poll ppoll select pselect6
    brk munmap mremap madvise mprotect
    exit exit_group rt_sigreturn rt_sigprocmask rt_sigaction sigaltstack restart_syscall
    nanosleep gettimeofday time getrandom times
    sched_yield getcpu getpid gettid getppid getuid geteuid getgid getegid getrusage getcwd
"""
"""Not in it, though they compute: uname and sysinfo (the host's name, load and processes), get_robust_list (an address of
another process), membarrier (stops every core)."""

_LOW = 0xFFFF_FFFF
"""The half of an argument that the kernel reads where it takes an int: an attacker sets the other half as he likes."""

_WITHIN_LIMITS = {
    # private anonymous memory, and none of the huge pages that the operator set aside for others
    "mmap": (3, 0x0F | 0x20 | 0x40000, (0x02 | 0x20,)),
    # wait and wake, with bits or without, on words of our own: a word of a library's file is the same futex in every
    # process that maps it, and the kinds that pass a priority on take another process for the owner of a lock
    "futex": (1, _LOW & ~0x100, (0x80, 0x81, 0x89, 0x8A)),
    # only the clocks of all: the negative ones are the processor clocks of other processes
    "clock_gettime": (0, _LOW & ~0x0F, (0,)),
    "clock_getres": (0, _LOW & ~0x0F, (0,)),
    "clock_nanosleep": (0, _LOW & ~0x0F, (0,)),
    # only our own cores: an answer for another pid says that it exists
    "sched_getaffinity": (0, _LOW, (0,)),
}
"""Call → (argument, mask, values): allowed where the masked argument has one of these values."""


@functools.cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")
    return result


def prctl(option: int, value: int) -> None:
    """One prctl call. Raises OSError. Does nothing where there is no prctl."""
    if sys.platform == "linux":
        zero = ctypes.c_ulong(0)
        _checked(_libc().prctl(option, ctypes.c_ulong(value), zero, zero, zero), f"prctl {option}")


def die_with_parent(parent: int) -> None:
    """Be killed when the process that forked us ends; `parent` is its pid, in case it already has."""
    prctl(_PR_SET_PDEATHSIG, _SIGKILL)
    if os.getppid() != parent:
        os._exit(EXIT_NO_JAIL)


def hide_memory() -> None:
    """Let no other process of our uid trace us or read our memory."""
    prctl(_PR_SET_DUMPABLE, 0)


def drop_root(seed: int) -> None:
    """Give root up for a uid that no account has: large and private, or a reserved one inside a small user namespace."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return
    for uid in (1_600_000_000 + seed % 100_000_000, 65_000 + seed % 500, 65_534):
        try:
            os.setgroups([])
            os.setresgid(uid, uid, uid)
            os.setresuid(uid, uid, uid)
        except OSError:
            continue
        return
    raise OSError(errno.EPERM, "root cannot be given up: no uid is mapped here")


class Jail:
    """Everything a cell needs to close its walls, built once in the zygote."""

    def __init__(self, memory_mb: int) -> None:
        self.memory_mb = memory_mb
        self.filter = _seccomp_program() if sys.platform == "linux" else b""
        self.landlock_abi = landlock_abi()
        self._sizes = (0, 0)

    @functools.cached_property
    def available(self) -> Walls:
        """The walls that close on this host: each tried in a process of its own, since a kernel may know one and refuse it."""
        walls = Walls.NONE
        for wall in Walls.ALL:
            if pid := os.fork():
                walls |= wall if os.waitpid(pid, 0)[1] == 0 else Walls.NONE
            else:
                self._try(wall)
        return walls

    def _try(self, wall: Walls) -> NoReturn:
        try:
            self._close(wall)
        except BaseException:
            os._exit(EXIT_NO_JAIL)
        os._exit(0)

    def measure(self) -> None:
        """Take the zygote's size as the base of the memory limits; call it when everything is loaded."""
        self._sizes = _virtual_sizes()

    def enter(self, walls: Walls) -> None:
        """Close the walls that are asked for and available. Raises OSError when one does not close."""
        hide_memory()
        self._close(walls & self.available)

    def _close(self, walls: Walls) -> None:
        if Walls.RLIMITS in walls:
            self._limit()
        prctl(_PR_SET_NO_NEW_PRIVS, 1)
        if Walls.LANDLOCK in walls:
            _close_landlock(self.landlock_abi)
        if Walls.SECCOMP in walls:
            _close_seccomp(self.filter)

    def _limit(self) -> None:
        size, data = self._sizes
        room = self.memory_mb << 20
        limits = {"CORE": 0, "FSIZE": 0, "NPROC": 0, "NOFILE": 16, "CPU": CPU_BACKSTOP_S, "STACK": _STACK, "MEMLOCK": 0}
        if sys.platform == "linux":
            limits |= {"MSGQUEUE": 0, "SIGPENDING": 16, "AS": size + room, "DATA": data + room}
        for name, wanted in limits.items():
            limit = getattr(resource, f"RLIMIT_{name}")
            _, hard = resource.getrlimit(limit)
            value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(limit, (value, value))


def _virtual_sizes() -> tuple[int, int]:
    """Bytes of address space and of data of this process; zeros where /proc is missing."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0, 0
    kilobytes = {
        name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines) if name.startswith("Vm")
    }
    return kilobytes["VmSize"] << 10, kilobytes["VmData"] << 10


# ---------- Landlock ----------


class _Ruleset(ctypes.Structure):
    _fields_ = [("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


def landlock_abi() -> int:
    """The kernel's Landlock version, 0 when there is none."""
    if sys.platform != "linux":
        return 0
    return max(0, int(_libc().syscall(_SYS_LANDLOCK_CREATE, None, ctypes.c_size_t(0), 1)))


def _close_landlock(abi: int) -> None:
    """Handle every access that this kernel knows and allow none."""
    access_bits = {1: 13, 2: 14, 3: 15, 4: 15}.get(abi, 16)
    ruleset = _Ruleset((1 << access_bits) - 1, 3 if abi >= 4 else 0, 3 if abi >= 6 else 0)
    size = 8 if abi < 4 else 16 if abi < 6 else 24
    syscall = _libc().syscall
    handle = _checked(
        syscall(_SYS_LANDLOCK_CREATE, ctypes.byref(ruleset), ctypes.c_size_t(size), 0), "landlock ruleset"
    )
    _checked(syscall(_SYS_LANDLOCK_RESTRICT, handle, 0), "landlock restrict")
    os.close(handle)


# ---------- seccomp ----------


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


def _seccomp_program() -> bytes:
    """The allow-list as BPF, empty where libseccomp is missing. Runs ldconfig: call it before any wall is closed."""
    try:
        seccomp = importlib.import_module("pyseccomp")
    except (ImportError, RuntimeError, OSError):
        return b""
    rules = seccomp.SyscallFilter(defaction=seccomp.ERRNO(errno.EPERM))
    for name in _PURE_COMPUTE.split():
        try:
            rules.add_rule(seccomp.ALLOW, name)
        except (OSError, ValueError):
            continue  # this architecture has no such call
    for name, (argument, mask, values) in _WITHIN_LIMITS.items():
        for value in values:
            rules.add_rule(seccomp.ALLOW, name, seccomp.Arg(argument, seccomp.MASKED_EQ, mask, value))
    rules.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")  # glibc then falls back to clone, which is refused
    with os.fdopen(os.memfd_create("filter"), "w+b") as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()


def _close_seccomp(program: bytes) -> None:
    buffer = ctypes.create_string_buffer(program, len(program))
    head = _Program(len(program) // 8, ctypes.addressof(buffer))
    _checked(_libc().prctl(_PR_SET_SECCOMP, 2, ctypes.byref(head), 0, 0), "seccomp")
