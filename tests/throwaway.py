"""A throw-away world for attacks: namespaces of its own for processes, network, IPC, names and mounts.

Theory of operation
-------------------
    pytest ── starts ──► launcher: new namespaces, waits, keeps the time ── fork ──► process 1 of the new world

- Process 1 takes everything in its world with it when it ends, and it ends with the launcher, which ends with pytest:
  a fork bomb or `kill(-1)` of an attack reaches nothing outside, and nothing of it is left.
- The file system is read-only but for small private tmpfs over /dev/shm and /var/tmp; loopback is the only network and nobody else's.
- Root is needed for none of this where user namespaces are; processes, memory and file sizes are bounded besides.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import resource
import select
import signal
import socket
import struct
import sys
from pathlib import Path

from grader.sandbox.jail import die_with_parent

FOLDER = Path("/dev/shm")
"""Where a world keeps what is attacked."""

_SCRATCH = Path("/var/tmp")

REMEDY = (
    "Attacks run in namespaces of their own, and this host does not let us make them ({}). Run the tests as root with "
    "CAP_SYS_ADMIN, or allow user namespaces: sysctl kernel.apparmor_restrict_unprivileged_userns=0 "
    "user.max_user_namespaces=10000"
)

_NEWNS, _NEWUTS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET = (
    0x20000,
    0x4000000,
    0x8000000,
    0x10000000,
    0x20000000,
    0x40000000,
)
_MS_BIND, _MS_REC, _MS_PRIVATE = 0x1000, 0x4000, 0x40000
_SYS_MOUNT_SETATTR, _AT_FDCWD, _AT_RECURSIVE, _ATTR_RDONLY = 442, -100, 0x8000, 1
_SIOCSIFADDR, _SIOCSIFFLAGS, _IFF_UP = 0x8916, 0x8914, 1
_LIMITS = {"CORE": 0, "NPROC": 256, "AS": 6 << 30, "FSIZE": 64 << 20, "CPU": 900}

_libc = ctypes.CDLL(None, use_errno=True)


def enter(seconds: int) -> None:
    """Return in process 1 of a new world, which lives no longer than this. Exits with the remedy where there can be none."""
    die_with_parent(os.getppid())
    try:
        _unshare()
    except OSError as error:
        sys.exit(REMEDY.format(error))
    child = os.fork()
    if child:
        _wait(child, seconds)
    die_with_parent(os.getppid())  # 0: the launcher has no pid in here
    try:
        _shut_files()
        _raise_loopback()
    except OSError as error:
        sys.exit(REMEDY.format(error))
    for name, value in _LIMITS.items():
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))


def _checked(result: int, what: str) -> None:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")


def _unshare() -> None:
    """New namespaces; without root inside a user namespace in which we stay who we are."""
    uid, gid = os.getuid(), os.getgid()
    flags = _NEWNS | _NEWUTS | _NEWIPC | _NEWPID | _NEWNET | (_NEWUSER if uid else 0)
    _checked(_libc.unshare(flags), "unshare")
    if uid:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
        Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")


def _wait(child: int, seconds: int) -> None:
    """The launcher: end with the world, and end the world when its time is up."""
    pidfd = os.pidfd_open(child)
    if not select.select([pidfd], [], [], seconds)[0]:
        signal.pidfd_send_signal(pidfd, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def mount(source: str | None, target: str, flags: int = 0, options: str | None = None) -> None:
    """Mount what the source names: a kind of file system, or with `_MS_BIND` a folder. Raises OSError."""
    what, data = ((text.encode() if text else None) for text in (source, options))
    _checked(_libc.mount(what, target.encode(), what, ctypes.c_ulong(flags), data), f"mount {target}")


def lend_library() -> str:
    """Python's own library where every uid can read it, for PYTHONPATH: root's interpreter may stand in root's folder."""
    source = str(Path(os.__file__).parent)
    if os.geteuid():
        return source
    target = _SCRATCH / "library"
    target.mkdir()
    mount(source, str(target), _MS_BIND)
    return f"{target}:{target}/lib-dynload"


def _shut_files() -> None:
    """All mounts read-only, then a private tmpfs and our own /proc on top."""
    mount(None, "/", _MS_REC | _MS_PRIVATE)
    attributes = struct.pack("QQQQ", _ATTR_RDONLY, 0, 0, 0)
    result = _libc.syscall(
        _SYS_MOUNT_SETATTR, _AT_FDCWD, b"/", _AT_RECURSIVE, attributes, ctypes.c_size_t(len(attributes))
    )
    _checked(result, "mount_setattr /")
    for folder in (FOLDER, _SCRATCH):  # torch looks for a temporary folder; /tmp may hold this very checkout
        mount("tmpfs", str(folder), 0, "size=64m,mode=1777")
    mount("proc", "/proc")


def _raise_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", _IFF_UP))


def give_loopback(address: str) -> None:
    """One more address for loopback, such as 127.9.8.7."""
    request = struct.pack("16sHH4s8x", b"lo:1", socket.AF_INET, 0, socket.inet_aton(address))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, _SIOCSIFADDR, request)
