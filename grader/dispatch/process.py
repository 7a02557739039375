"""One judge program and the socket to it. Every method is called by one thread, the one that started it.

That thread must live as long as the judge: the judge asks the kernel to die with its parent, and for the kernel the
parent is the thread, not the process.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from grader import wire
from grader.errors import JudgeError, WireError

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "grader.judge")
_KEPT = {"PATH", "HOME", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "PYTHONWARNINGS"}
_CHUNK = 1 << 18
_GRACE_S = 2.0
_LAST_BREATH_S = 0.2
_KILLS = {-signal.SIGKILL, -signal.SIGTERM, -signal.SIGINT, -signal.SIGHUP}


def environment(**settings: str) -> dict[str, str]:
    """What the judge may know: where programs are and the settings given here, none of the web side's secrets."""
    kept = {k: v for k, v in os.environ.items() if k in _KEPT or k.startswith("LC_")}
    return kept | settings


def _ready(judge: socket.socket, wake: socket.socket, *, writing: bool, timeout: float) -> dict[int, int]:
    """What happens on the two sockets, by descriptor. `poll`, since a web server has descriptors over select's 1023."""
    poll = select.poll()
    poll.register(judge, select.POLLIN | (select.POLLOUT if writing else 0))
    poll.register(wake, select.POLLIN)
    return dict(poll.poll(max(timeout, 0.0) * 1000))


class JudgeProcess:
    """A running judge. Raises `JudgeError` when it is gone, cut a frame short or sent what is not one."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], log: IO[bytes] | int | None) -> None:
        ours, theirs = socket.socketpair()
        try:
            self._process = subprocess.Popen(
                [*command, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=2 if log is None else log,  # a judge has nothing to say on our stdout
                stderr=log,
                cwd=ROOT,  # makes grader importable, and keeps a learner's torch.py in the current folder out of the path
                env=dict(env),
                start_new_session=True,  # Ctrl-C in a terminal is for us; the judge leaves when its socket closes
            )
        except OSError as error:
            ours.close()
            raise JudgeError(f"the judge does not start: {error.strerror}") from None
        finally:
            theirs.close()
        ours.setblocking(False)
        self._socket = ours
        self._in = wire.FrameBuffer()
        self._out = bytearray()

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, frame: bytes) -> None:
        """Queue one frame; `exchange` writes it."""
        self._out += frame

    def exchange(self, wake: socket.socket, timeout: float) -> list[dict[str, Any]]:
        """Write what waits and read what came, for at most `timeout` seconds or until `wake` has a byte."""
        ready = _ready(self._socket, wake, writing=bool(self._out), timeout=timeout)
        if wake.fileno() in ready:
            with contextlib.suppress(BlockingIOError):
                wake.recv(4096)
        try:
            if ready.get(self._socket.fileno(), 0) & select.POLLOUT:
                del self._out[: self._socket.send(memoryview(self._out)[:_CHUNK].tobytes())]
            return self._read() if ready.get(self._socket.fileno(), 0) & ~select.POLLOUT else []
        except OSError as error:
            raise JudgeError(f"the judge is gone: {error.strerror}") from None

    def _read(self) -> list[dict[str, Any]]:
        data = self._socket.recv(_CHUNK)
        if not data:
            raise JudgeError("the judge is gone" if self._in.is_empty else "the judge cut a frame short")
        try:
            frames = list(self._in.feed(data))
        except WireError as error:
            raise JudgeError(f"the judge sent no frame: {error}") from None
        if not all(isinstance(frame, dict) for frame in frames):
            raise JudgeError("the judge sent a frame of no use")
        return frames

    def end(self) -> None:
        """Close the socket, which asks the judge to leave; then make sure that it did."""
        self._socket.close()
        try:
            self._process.wait(_GRACE_S)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> bool:
        """End it now; its zygote and cells die with it → whether somebody else had killed it: the kernel, an operator."""
        self._socket.close()
        with contextlib.suppress(subprocess.TimeoutExpired):  # its socket ends a moment before the process
            self._process.wait(_LAST_BREATH_S)
        was_killed = self._process.returncode in _KILLS
        self._process.kill()
        self._process.wait()
        return was_killed
