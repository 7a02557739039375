"""A queue in front of one judge program on this machine.

One thread owns the judge: it starts it, writes requests, reads answers, and starts another when it dies. At most
`slots` requests are with the judge; the rest wait here, where their place can be told. A request that was with a dying
judge is sent again, alone, so that one that kills judges takes no other with it; the third death ends it as `internal`.
A judge that was killed from outside proves nothing about what was with it: that is sent again as if for the first time.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import socket
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal

from pydantic import TypeAdapter, ValidationError

from grader.dispatch.process import COMMAND, JudgeProcess, environment
from grader.dispatch.queue import MOST_WAITING, FairQueue
from grader.dispatch.requests import OnCheck, OnProgress, Request, undecided
from grader.errors import JudgeError, WireError
from grader.model import Isolation, Json, Message, Mode, Outcome, Verdict

log = logging.getLogger(__name__)

State = Literal["starting", "ready", "offline"]

_ISOLATION = TypeAdapter(Isolation)
_DEATHS, _SENDS = 3, 10
"""A request ends as `internal` after that many deaths it may have caused, or when it was sent so often."""

_STILLBORN, _BARREN, _KILLED, _TOO_MUCH = 20, 10, 1, 60
"""What the death of a judge weighs that never got ready, that answered nothing, that was killed; and what is too much
without an answer between. Somebody who kills a judge again and again tires before the judge does."""

_SOUND_S, _FIRST_PAUSE_S = 60.0, 2.0


@dataclass(frozen=True, slots=True)
class Patience:
    """How long nobody waits in vain, in seconds: for the judge, for a submission, for an author's check, between tries
    when offline (at most: short enough that the service is back within 15 s once a judge can start)."""

    ready: float = 120.0
    grade: float = 120.0
    check: float = 1800.0
    offline: float = 8.0


class Dispatch:
    """Grade submissions through one warm judge program.

    Futures of `grade` end in a verdict, `internal` where that is our fault. Only `close` ends them with `JudgeError`:
    then nothing was decided. While `offline` they wait: it is tried again and again. Everything that asks raises
    `Declined` when too many wait already, and `JudgeError` after `close`.
    """

    def __init__(
        self,
        exercises: Path,
        *,
        slots: int | None = None,
        command: Sequence[str] = COMMAND,
        log_to: IO[bytes] | int | None = None,
        patience: Patience = Patience(),
        most_waiting: int = MOST_WAITING,
        for_others: bool = False,
    ) -> None:
        """`for_others`: whether people beyond this computer are served; then a judge without every wall grades nothing."""
        self.state: State = "starting"
        self.isolation: Isolation | None = None
        self.slots = slots or cores()
        self._env = environment(DOJO_EXERCISES=str(exercises.resolve()), DOJO_SLOTS=str(self.slots))
        self._command, self._log_to, self._patience = command, log_to, patience
        self._for_others, self._examined = for_others, threading.Event()
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._waiting = FairQueue(self.slots, most_waiting)
        self._open: dict[int, Request] = {}
        self._trouble = self._pauses = 0
        self._ready_at: float | None = None
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

    def proved(self) -> Isolation:
        """What the first judge proved of this host; waits until it did. Raises JudgeError when it does not get so far."""
        self._examined.wait(self._patience.ready)
        if self.isolation is None:
            raise JudgeError("The judge did not start, so nothing is known about its jail. See the log above.")
        return self.isolation

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
        self,
        exercise: str,
        answer: Json | bytes,
        *,
        mode: Mode,
        seed: int,
        on_check: OnCheck | None = None,
        on_progress: OnProgress | None = None,
        person: str | None = None,
    ) -> Future[Verdict]:
        """Ask for a verdict. From another thread, `on_check` hears of each check, `on_progress` how far a training run is.

        Who asks as a `person` shares the slots with all others fairly; None is nobody in particular, as in a batch.
        """
        body = {"exercise": exercise, "answer": answer, "mode": mode.value, "seed": seed}
        request = Request(next(self._numbers), "grade", body, self._patience.grade, person)
        request.on_check, request.on_progress = on_check, on_progress
        return self._ask(request)

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
            return self._waiting.place(future, self._open.values())

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
            self._waiting.put(request)
        request.future.add_done_callback(self._forget_cancelled)
        self._nudge()
        return request.future

    def _forget_cancelled(self, future: Future[Any]) -> None:
        if future.cancelled():
            with self._lock:
                self._waiting.drop(future)

    def _nudge(self) -> None:
        with contextlib.suppress(OSError):
            self._wake.send(b"\0")

    def _next(self) -> Request | None:
        """The next request to send, if one may go now."""
        with self._lock:
            request = self._waiting.next(self._open.values())
            if request is not None:
                self._open[request.number] = request
            return request

    def _take_all(self) -> list[Request]:
        with self._lock:
            everything = [*self._open.values(), *self._waiting.drain()]
            self._open.clear()
            return everything

    def _put_back(self, why: str, *, killed: bool) -> None:
        """After a death: what was open goes to the front again, or ends when this happened to it often enough."""
        with self._lock:
            opened = sorted(self._open.values(), key=lambda r: r.number)
            self._open.clear()
            for request in opened:
                request.deaths += not killed
            hopeless = [r for r in opened if r.deaths >= _DEATHS or r.sent >= _SENDS]
            self._waiting.put_back(r for r in opened if r not in hopeless)
        for request in hopeless:
            request.give_up(why=why)

    # ---------- the thread that owns the judge ----------

    def _work(self) -> None:
        while not self._closing.is_set():
            judge: JudgeProcess | None = None
            self._ready_at = None
            try:
                judge = JudgeProcess(self._command, self._env, self._log_to)
                self._await_ready(judge)
                self._serve(judge)
                judge.end()
            except JudgeError as error:
                killed = judge is not None and judge.kill()
                log.warning("%s%s", error, " (somebody killed it)" if killed else "")
                self._put_back(str(error), killed=killed)
                self._mourn(killed=killed)

    def _await_ready(self, judge: JudgeProcess) -> None:
        deadline = time.monotonic() + self._patience.ready
        while not self._closing.is_set():
            for frame in judge.exchange(self._woken, deadline - time.monotonic()):
                if frame.get("event") == "ready":
                    self._admit(_isolation(frame))
                    self.state, self._ready_at = "ready", time.monotonic()
                    return
            if time.monotonic() >= deadline:
                raise JudgeError("the judge does not get ready")

    def _admit(self, isolation: Isolation | None) -> None:
        self.isolation = isolation
        self._examined.set()
        if self._for_others and not (isolation and isolation.is_full):
            raise JudgeError("not every wall of the jail holds, so nothing is graded for other computers")

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
            self._trouble = self._pauses = 0
            with self._lock:
                self._open.pop(request.number, None)

    def _mourn(self, *, killed: bool) -> None:
        """Decide after a death: start another at once, or stay offline for a while when one after the other is of no use."""
        if self._ready_at and time.monotonic() - self._ready_at > _SOUND_S:
            self._trouble = self._pauses = 0
        self._trouble += _KILLED if killed else _BARREN if self._ready_at else _STILLBORN
        if self._trouble >= _TOO_MUCH:
            self.state = "offline"
            pause = min(self._patience.offline, _FIRST_PAUSE_S * 2**self._pauses)
            self._pauses += 1
            log.error("offline: one judge after the other died without an answer; the next try is in %.0f s", pause)
            self._closing.wait(pause)
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
