"""A queue in front of one judge program on this machine.

One thread owns the judge: it starts it, writes requests, reads answers, and starts another when it dies. At most
`slots` requests are with the judge; the rest wait here, where their place can be told. A request that was with a dying
judge is sent again, alone, so that one that kills judges takes no other with it; the third death ends it as `internal`.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import socket
import threading
import time
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal

from pydantic import TypeAdapter, ValidationError

from grader.dispatch.process import COMMAND, JudgeProcess, environment
from grader.dispatch.requests import OnCheck, Request, undecided
from grader.errors import JudgeError, WireError
from grader.model import Isolation, Json, Message, Mode, Outcome, Verdict

log = logging.getLogger(__name__)

State = Literal["starting", "ready", "offline"]

_ISOLATION = TypeAdapter(Isolation)
_SENDS = 3
_STILLBORN = 3


@dataclass(frozen=True, slots=True)
class Patience:
    """How long nobody waits in vain, in seconds: for the judge, for a submission, for an author's check, between tries when offline."""

    ready: float = 120.0
    grade: float = 120.0
    check: float = 1800.0
    offline: float = 30.0
    deaths_a_minute: int = 5


class Dispatch:
    """Grade submissions through one warm judge program.

    Futures of `grade` end in a verdict, `internal` where that is our fault. Only `close` ends them with `JudgeError`:
    then nothing was decided. While `offline` they wait: it is tried again and again.
    """

    def __init__(
        self,
        exercises: Path,
        *,
        slots: int | None = None,
        command: Sequence[str] = COMMAND,
        log_to: IO[bytes] | int | None = None,
        patience: Patience = Patience(),
    ) -> None:
        self.state: State = "starting"
        self.isolation: Isolation | None = None
        self.slots = slots or cores()
        self._env = environment(DOJO_EXERCISES=str(exercises.resolve()), DOJO_SLOTS=str(self.slots))
        self._command, self._log_to, self._patience = command, log_to, patience
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._waiting: deque[Request] = deque()
        self._open: dict[int, Request] = {}
        self._deaths: deque[float] = deque()
        self._stillborn = 0
        self._closing = threading.Event()
        self._wake, self._woken = socket.socketpair()
        self._wake.setblocking(False)
        self._woken.setblocking(False)
        self._thread = threading.Thread(target=self._work, name="dispatch", daemon=True)

    # ---------- for everybody ----------

    def start(self) -> None:
        """Start the judge; returns at once. Requests may be made before it is ready."""
        if not self._thread.is_alive() and not self._closing.is_set():
            self._thread.start()

    def close(self) -> None:
        """Stop the judge. What is open ends with `JudgeError`: nothing was decided about it."""
        if self._closing.is_set():
            return
        self._closing.set()
        self._nudge()
        if self._thread.is_alive():
            self._thread.join()
        for request in self._take_all():
            request.fail(JudgeError("closed before an answer came"))
        self._wake.close()
        self._woken.close()

    def grade(
        self, exercise: str, answer: Json | bytes, *, mode: Mode, seed: int, on_check: OnCheck | None = None
    ) -> Future[Verdict]:
        """Ask for a verdict. `on_check` hears of each check as it is decided, from another thread."""
        body = {"exercise": exercise, "answer": answer, "mode": mode.value, "seed": seed}
        return self._ask(Request(next(self._numbers), "grade", body, self._patience.grade, on_check=on_check))

    def check(self, exercise: str) -> Future[list[dict[str, Any]]]:
        """Ask what the author's lint finds in an exercise. Ends with `JudgeError` where that is our fault."""
        return self._ask(Request(next(self._numbers), "check", {"exercise": exercise}, self._patience.check))

    def info(self) -> Future[dict[str, Any]]:
        """Ask what the judge knows about itself."""
        return self._ask(Request(next(self._numbers), "info", {}, self._patience.grade))

    @property
    def waiting(self) -> int:
        """How many requests are not with the judge yet."""
        return len(self._waiting)

    def place(self, future: Future[Any]) -> int:
        """How many requests go to the judge before this one does, itself counted; 0 when it is there or done."""
        with self._lock:
            return next((n for n, r in enumerate(self._waiting, 1) if r.future is future), 0)

    # ---------- the queue ----------

    def _ask(self, request: Request) -> Future[Any]:
        try:
            request.frame()
        except WireError as error:
            log.info("an answer cannot be sent: %s", error)
            request.finish(undecided(request.body, Outcome.REFUSED, Message("dispatch.unsendable")))
            return request.future
        with self._lock:
            if self._closing.is_set():
                raise JudgeError("closed")
            self._waiting.append(request)
        self._nudge()
        return request.future

    def _nudge(self) -> None:
        with contextlib.suppress(OSError):
            self._wake.send(b"\0")

    def _next(self) -> Request | None:
        """The next request to send, if one may go now: those that were with a dying judge go alone."""
        with self._lock:
            if not self._waiting or len(self._open) >= self.slots:
                return None
            alone = self._waiting[0].sent > 0 or any(r.sent > 1 for r in self._open.values())
            if alone and self._open:
                return None
            request = self._waiting.popleft()
            self._open[request.number] = request
            return request

    def _take_all(self) -> list[Request]:
        with self._lock:
            everything = [*self._open.values(), *self._waiting]
            self._open.clear()
            self._waiting.clear()
            return everything

    def _put_back(self, why: str) -> None:
        """After a death: what was open goes to the front again, or ends when it has been sent often enough."""
        with self._lock:
            opened = sorted(self._open.values(), key=lambda r: r.number)
            self._open.clear()
            self._waiting.extendleft(reversed([r for r in opened if r.sent < _SENDS]))
        for request in opened:
            if request.sent >= _SENDS:
                request.give_up(why=why)

    # ---------- the thread that owns the judge ----------

    def _work(self) -> None:
        while not self._closing.is_set():
            judge: JudgeProcess | None = None
            self._stillborn += 1
            try:
                judge = JudgeProcess(self._command, self._env, self._log_to)
                self._await_ready(judge)
                self._serve(judge)
                judge.end()
            except JudgeError as error:
                if judge:
                    judge.kill()
                log.warning("%s", error)
                self._put_back(str(error))
                self._mourn()

    def _await_ready(self, judge: JudgeProcess) -> None:
        deadline = time.monotonic() + self._patience.ready
        while not self._closing.is_set():
            for frame in judge.exchange(self._woken, deadline - time.monotonic()):
                if frame.get("event") == "ready":
                    self.isolation = _isolation(frame)
                    self.state, self._stillborn = "ready", 0
                    return
            if time.monotonic() >= deadline:
                raise JudgeError("the judge does not get ready")

    def _serve(self, judge: JudgeProcess) -> None:
        while not self._closing.is_set():
            while request := self._next():
                self._send(judge, request)
            deadline = min((r.sent_at + r.patience for r in self._open.values()), default=time.monotonic() + 60.0)
            for frame in judge.exchange(self._woken, deadline - time.monotonic()):
                self._answer(frame)
            if self._open and time.monotonic() >= deadline and self._is_late():
                raise JudgeError("the judge does not answer")

    def _is_late(self) -> bool:
        return any(time.monotonic() >= r.sent_at + r.patience for r in self._open.values())

    def _send(self, judge: JudgeProcess, request: Request) -> None:
        frame = request.send()
        if frame is None:
            self._open.pop(request.number)
        else:
            judge.send(frame)

    def _answer(self, frame: dict[str, Any]) -> None:
        number = frame.get("id")
        request = self._open.get(number) if isinstance(number, int) else None
        if request is None:
            raise JudgeError("the judge answered what nobody asked")
        if request.take(frame):
            with self._lock:
                self._open.pop(request.number, None)

    def _mourn(self) -> None:
        """Decide after a death: start another at once, or stay offline for a while."""
        now = time.monotonic()
        self._deaths.append(now)
        while now - self._deaths[0] > 60:
            self._deaths.popleft()
        if self._stillborn >= _STILLBORN or len(self._deaths) > self._patience.deaths_a_minute:
            self.state = "offline"
            log.error("offline: the judge died %d times within a minute", len(self._deaths))
            self._closing.wait(self._patience.offline)
        elif self.state != "offline":
            self.state = "starting"


def _isolation(frame: dict[str, Any]) -> Isolation | None:
    try:
        return _ISOLATION.validate_python(frame.get("isolation"))
    except ValidationError:
        return None


def cores() -> int:
    """CPUs this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
