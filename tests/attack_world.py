"""What attacks aim at, and the observers that see from outside whether one had an effect. Lives in a throw-away world."""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import select
import signal
import socket
import struct
from pathlib import Path
from typing import Any

import throwaway
from attack_victim import fork, text_of

_libc = ctypes.CDLL(None, use_errno=True)
_NETLINK_PORT = 7_001
_KEY, _SECRET_KEY, _SHARE = 7_002, 7_003, 4096
_QUEUES = ("/dojo-open", "/dojo-secret")


class Targets:
    """Files, listeners and shared objects that only walls can keep an attacker from."""

    def __init__(self, secret: str, uid: int) -> None:
        self._secret = secret
        self._uid = uid
        self.folder = throwaway.FOLDER / "open"
        self._shared = throwaway.FOLDER / "dojo-secret"
        self._queues = throwaway.FOLDER / "queues"
        self._queues.mkdir()
        throwaway.mount("mqueue", str(self._queues))
        throwaway.give_loopback(f"127.{secret_numbers(secret)}")
        _libc.sethostname(secret.encode(), len(secret))
        self.sockets = self._listen()
        self.renew()

    def _listen(self) -> dict[str, socket.socket]:
        where = throwaway.FOLDER
        sockets = {
            "tcp": socket.create_server(("127.0.0.1", 0)),
            "udp": socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
            "unix": socket.socket(socket.AF_UNIX),
            "datagram": socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM),
            "abstract": socket.socket(socket.AF_UNIX),
            "netlink": socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 2),
        }
        port = sockets["tcp"].getsockname()[1]
        with contextlib.suppress(OSError):  # a host without IPv6
            sockets["tcp6"] = socket.create_server(("::1", port), family=socket.AF_INET6)
        sockets["udp"].bind(("127.0.0.1", 0))
        sockets["unix"].bind(str(where / "stream.sock"))
        sockets["datagram"].bind(str(where / "datagram.sock"))
        sockets["abstract"].bind("\0dojo-abstract")
        sockets["netlink"].bind((_NETLINK_PORT, 0))
        for name, each in sockets.items():
            each.setblocking(False)
            if name in ("unix", "abstract"):
                each.listen()
        for name in ("stream.sock", "datagram.sock"):
            (where / name).chmod(0o777)
        return sockets

    def values(self) -> dict[str, object]:
        """What programs are aimed with."""
        where = throwaway.FOLDER
        return {
            "FOLDER": str(self.folder),
            "SECRET_FILE": str(self.folder / "secret.txt"),
            "SECRET_ENV": "DOJO_SECRET",
            "SECRET_KEY": _SECRET_KEY,
            "SECRET_QUEUE": _QUEUES[1],
            "SECRET_SHM": self._shared.name,
            "PORT": self.sockets["tcp"].getsockname()[1],
            "UDP_PORT": self.sockets["udp"].getsockname()[1],
            "SOCKET": str(where / "stream.sock"),
            "DATAGRAM": str(where / "datagram.sock"),
            "ABSTRACT": "\0dojo-abstract",
            "NETLINK": _NETLINK_PORT,
            "QUEUE": _QUEUES[0],
        }

    def renew(self) -> None:
        """Everything as it was at first."""
        os.umask(0)
        self.folder.mkdir(exist_ok=True)
        self.folder.chmod(0o777)
        for entry in list(self.folder.iterdir()):
            entry.unlink()
        contents = {"secret.txt": self._secret, "victim.txt": "as it was", f"{self._secret}.name": ""}
        for name, text in (contents | {"planted.py": f"secret = {self._secret!r}\n"}).items():
            self._write(self.folder / name, text)
        self._write(self._shared, self._secret)
        self._renew_ipc()
        self.arrivals()

    def _write(self, file: Path, text: str) -> None:
        file.write_text(text)
        file.chmod(0o666)
        if os.geteuid() == 0:
            os.chown(file, self._uid, self._uid)

    def _renew_ipc(self) -> None:
        for entry in throwaway.FOLDER.iterdir():
            if entry.is_file() and entry != self._shared:
                entry.unlink()
        _remove_system_v()
        for entry in self._queues.iterdir():
            entry.unlink()
        os.waitpid(fork(self._share_secret, self._uid), 0)

    def _share_secret(self) -> None:
        segment = _libc.shmget(_SECRET_KEY, _SHARE, 0o1666)
        _libc.shmat.restype = ctypes.c_void_p
        place = _libc.shmat(segment, None, 0)
        ctypes.memmove(place, self._secret.encode(), len(self._secret))
        _libc.shmdt(ctypes.c_void_p(place))
        letter = struct.pack("q", 1) + self._secret.encode()
        _libc.msgsnd(_libc.msgget(_SECRET_KEY, 0o1666), letter, ctypes.c_size_t(len(self._secret)), 0)
        _libc.semget(_SECRET_KEY, 1, 0o1666)
        for name in _QUEUES:
            queue = _libc.mq_open(name.encode(), os.O_CREAT | os.O_RDWR, 0o666, None)
            if name == _QUEUES[1]:
                _libc.mq_send(queue, self._secret.encode(), ctypes.c_size_t(len(self._secret)), 0)
            os.close(queue)

    def files(self) -> dict[str, Any]:
        """Names, contents, rights, times, links and extended attributes of the open folder."""
        seen: dict[str, Any] = {}
        for entry in [self.folder, *sorted(self.folder.iterdir())]:
            facts = entry.lstat()
            content = hashlib.sha256(entry.read_bytes()).hexdigest() if entry.is_file() else ""
            marks = os.listxattr(entry, follow_symlinks=False)
            times = 0 if entry == self.folder else facts.st_mtime_ns
            seen[entry.name] = (facts.st_mode, facts.st_uid, facts.st_nlink, times, content, tuple(marks))
        return seen

    def ipc(self) -> dict[str, Any]:
        """System V objects, message queues, and the names in /dev/shm."""
        kinds = {kind: Path(f"/proc/sysvipc/{kind}").read_text() for kind in ("shm", "sem", "msg")}
        queues = {entry.name: entry.read_text() for entry in self._queues.iterdir()}
        names = {entry.name: text_of(entry) for entry in throwaway.FOLDER.iterdir() if entry.is_file()}
        return kinds | {
            "queues": queues,
            "names": names,
            "nodes": sorted(entry.name for entry in throwaway.FOLDER.iterdir()),
        }

    def arrivals(self) -> list[str]:
        """Where something arrived since the last look."""
        arrived = []
        for name, each in self.sockets.items():
            while _takes_one(each):
                arrived.append(name)
        return arrived


def _remove_system_v() -> None:
    for kind in ("shm", "msg", "sem"):
        for line in Path(f"/proc/sysvipc/{kind}").read_text().splitlines()[1:]:
            number = int(line.split()[1])
            if kind == "sem":
                _libc.semctl(number, 0, 0)
            else:
                getattr(_libc, f"{kind}ctl")(number, 0, None)


def _takes_one(listener: socket.socket) -> bool:
    try:
        if listener.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
            listener.accept()[0].close()
        else:
            listener.recv(65_536)
    except BlockingIOError:
        return False
    return True


def secret_numbers(secret: str) -> str:
    """Three numbers of the secret, for the address of an interface: `66.55.44`."""
    return ".".join(str(1 + byte % 250) for byte in hashlib.sha256(secret.encode()).digest()[:3])


def processes() -> dict[int, int]:
    """pid → parent of every process of this world that is alive."""
    alive = {}
    for entry in Path("/proc").iterdir():
        if (
            entry.name.isdigit()
            and (stat := text_of(entry / "stat").rpartition(")")[2].split())
            and stat[0] not in "ZX"
        ):
            alive[int(entry.name)] = int(stat[1])
    return alive


def wait_until_gone(pid: int) -> None:
    """Kill what an attack left behind, and wait."""
    try:
        pidfd = os.pidfd_open(pid)
        signal.pidfd_send_signal(pidfd, signal.SIGKILL)
        select.select([pidfd], [], [], 5)
        os.close(pidfd)
        os.waitpid(pid, os.WNOHANG)
    except (ProcessLookupError, ChildProcessError):
        pass
