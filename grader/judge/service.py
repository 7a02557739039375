"""The judge as a process: frames in, frames out, over one socket, until it closes.

Theory of operation: one thread reads requests; `slots` threads grade; every answer goes out under one lock. Nothing
that a request holds can end the loop: a learner's fault is a verdict, ours is `failed` with a reference in the log.
"""

from __future__ import annotations

import os
import secrets
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from grader.errors import DojoError, WireError
from grader.judge.judge import Judge
from grader.judge.log import log
from grader.model import CheckResult, Isolation, Mode, Progress, Verdict
from grader.wire import FrameBuffer, encode

_VERDICT, _CHECK, _ISOLATION = TypeAdapter(Verdict), TypeAdapter(CheckResult), TypeAdapter(Isolation)
_CHUNK = 1 << 16


class Service:
    """Serves one socket. `run` returns when the other side is gone."""

    def __init__(self, judge: Judge, sock: socket.socket, slots: int) -> None:
        self._judge, self._socket = judge, sock
        self._sending = threading.Lock()
        self._threads = ThreadPoolExecutor(slots, thread_name_prefix="judge")

    def run(self) -> None:
        """Announce that it is ready, then answer requests."""
        self._send({"event": "ready", "isolation": _ISOLATION.dump_python(self._judge.isolation, mode="json")})
        buffer = FrameBuffer()
        try:
            while data := self._socket.recv(_CHUNK):
                for request in buffer.feed(data):
                    self._threads.submit(self._answer, request)
        except (OSError, WireError) as error:
            log.warning("the socket ended", reason=str(error))
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _answer(self, request: Any) -> None:
        id = request.get("id") if isinstance(request, dict) else None
        try:
            self._send({"id": id, **self._dispatch(id, request)})
        except OSError:
            pass  # nobody is there any more
        except BaseException as error:  # a reference may say sys.exit(): somebody waits for an answer all the same
            self._fail(id, error)

    def _fail(self, id: Any, error: BaseException) -> None:
        reference = secrets.token_hex(4)
        log.exception("a request failed", reference=reference)
        said = str(error) if isinstance(error, DojoError) else ""
        try:
            self._send({"id": id, "event": "failed", "reference": reference, "message": said[:2000]})
        except (OSError, WireError):
            pass

    def _dispatch(self, id: Any, request: Any) -> dict[str, Any]:
        match request:
            case {"op": "grade", "exercise": str(exercise), "answer": answer, "mode": str(mode), "seed": int(seed)}:
                verdict = self._judge.grade(
                    exercise,
                    answer,
                    mode=Mode(mode),
                    seed=seed,
                    on_check=lambda check: self._tell(id, check),
                    on_progress=lambda progress: self._tell_progress(id, progress),
                )
                return {"event": "verdict", "verdict": _VERDICT.dump_python(verdict, mode="json")}
            case {"op": "check", "exercise": str(exercise)}:
                return {"event": "findings", "findings": [asdict(found) for found in self._judge.check(exercise)]}
            case {"op": "info"}:
                return {"event": "info", "info": self._info()}
        raise WireError("not a request")

    def _tell(self, id: Any, check: CheckResult) -> None:
        self._send({"id": id, "event": "check", "check": _CHECK.dump_python(check, mode="json")})

    def _tell_progress(self, id: Any, progress: Progress) -> None:
        self._send({"id": id, "event": "progress", "progress": asdict(progress)})

    def _info(self) -> dict[str, Any]:
        isolation = _ISOLATION.dump_python(self._judge.isolation, mode="json")
        return {"pid": os.getpid(), "isolation": isolation, "slots": self._threads._max_workers}

    def _send(self, frame: dict[str, Any]) -> None:
        data = encode(frame)
        with self._sending:
            self._socket.sendall(data)
