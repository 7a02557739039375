"""A whole service under attack: what is handed in, what must come of it, and processes that are ended by pidfd.

Only descendants of this process are touched: found by their parents, never by a name, checked again once a pidfd is held.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

from grader.catalog import Catalog
from grader.course import Learning
from grader.dispatch import Dispatch
from grader.model import Json, Outcome, Verdict
from grader.store import Store

EXERCISES = Path(__file__).parents[1] / "exercises"
ROOT = EXERCISES.parent
Kind = Literal["zygote", "cell", "judge"]

RIGHT = "def corr2d(X, K):\n    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((-1, -2))\n"
PROGRAMS: dict[str, tuple[str, Json, Outcome, int]] = {
    "right": ("corr2d", RIGHT, Outcome.PASSED, 13),
    "slow": ("corr2d", RIGHT.replace("return", "sum(range(3_000_000))\n    return"), Outcome.PASSED, 13),
    "flipped": ("corr2d", RIGHT.replace("* K", "* K.flip(0, 1)"), Outcome.FAILED, 0),
    "raises": ("corr2d", "def corr2d(X, K):\n    return [1][5]\n", Outcome.ERROR, 0),
    "choice": ("edge-transposed", "B", Outcome.PASSED, 10),
    "crash": (
        "corr2d",
        "def corr2d(X, K):\n    it = [1.0]\n    for _ in range(100_000):\n        it = map(abs, it)\n    return list(it)\n",
        Outcome.ERROR,
        0,
    ),
}
"""Exercise, answer, outcome and score. The last one overflows the stack of its own cell."""


@dataclass(frozen=True)
class Process:
    """A process as /proc shows it; with `started` it cannot be mistaken for a later one of the same number."""

    pid: int
    parent: int
    state: str
    started: int

    def now(self) -> Process | None:
        """The same process as it is now; None when it is gone."""
        found = _look(self.pid)
        return found if found and found.started == self.started else None

    def kill(self) -> bool:
        """End it if it is still the child it was."""
        try:
            pidfd = os.pidfd_open(self.pid)
        except ProcessLookupError:
            return False
        try:
            found = self.now()
            if found is None or found.parent != self.parent or found.state == "Z":
                return False
            signal.pidfd_send_signal(pidfd, signal.SIGKILL)
            return True
        except ProcessLookupError:
            return False
        finally:
            os.close(pidfd)


def _look(pid: int) -> Process | None:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return Process(pid, int(fields[1]), fields[0], int(fields[19]))


def _arguments(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    except OSError:
        return []


def everybody() -> list[Process]:
    """All living processes that /proc shows."""
    looks = [_look(int(entry.name)) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]
    return [process for process in looks if process and process.state != "Z"]


def zombies_of(*parents: int) -> int:
    """Children that ended and that none of these has reaped."""
    looks = [_look(int(entry.name)) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]
    return sum(1 for process in looks if process and process.state == "Z" and process.parent in parents)


@dataclass
class Family:
    """The judges below a process, their zygotes and cells."""

    judge: list[Process]
    zygote: list[Process]
    cell: list[Process]

    @classmethod
    def of(cls, root: int) -> Family:
        """Who is there now. Zombies are not."""
        alive = everybody()
        judges = [p for p in alive if p.parent == root and "grader.judge" in _arguments(p.pid)]
        zygotes = [p for p in alive if p.parent in {judge.pid for judge in judges}]
        cells = [p for p in alive if p.parent in {zygote.pid for zygote in zygotes}]
        return cls(judges, zygotes, cells)

    def __iter__(self) -> Iterator[Process]:
        return iter([*self.judge, *self.zygote, *self.cell])


class CountingStore(Store):
    """A store that counts the verdicts that were saved, by submission."""

    saved: Counter[int]

    def save_verdict(self, submission: int, verdict: Verdict, grader: str, at: Any, then: Any = None) -> Future[bool]:
        future = super().save_verdict(submission, verdict, grader, at, then)
        future.add_done_callback(lambda done: self.saved.update([submission] if done.result() else []))
        return future


@dataclass
class Service:
    """Store, dispatch and learning as the app has them, and learners who always have something to hand in."""

    folder: Path
    slots: int = 2
    handed_in: dict[int, str] = field(default_factory=dict)
    """The program of each submission, by the submission's id."""

    def __enter__(self) -> Service:
        self.store = cast(CountingStore, CountingStore.open(self.folder))
        self.store.saved = Counter()
        self.dispatch = Dispatch(EXERCISES, slots=self.slots)
        self.learning = Learning(Catalog.load(EXERCISES), self.store, self.dispatch, every_s=1.0)
        self.dispatch.start()
        self.learning.start()
        self._leaving, self._learners = threading.Event(), list[threading.Thread]()
        self._lock = threading.Lock()
        return self

    def __exit__(self, *_: object) -> None:
        self._leaving.set()
        self.learning.close()
        self.dispatch.close()
        self.store.close()

    def hand_in(self, learner: str, program: str) -> int:
        """Submit a program → the submission's id."""
        exercise, answer, _, _ = PROGRAMS[program]
        with self._lock:
            key = f"key-{len(self.handed_in)}"
            id = int(self.learning.submit(learner, exercise, answer, key))
            self.handed_in[id] = program
        return id

    def verdict(self, id: int) -> Verdict | None:
        """The verdict in force."""
        found = self.store.submission(id)
        return found.verdict if found else None

    def wait(self, id: int, seconds: float) -> float:
        """Wait for a verdict → how long it took. Raises `TimeoutError`."""
        began = time.monotonic()
        while self.verdict(id) is None:
            if time.monotonic() - began > seconds:
                raise TimeoutError(f"no verdict of submission {id} ({self.handed_in[id]}) within {seconds} s")
            time.sleep(0.02)
        return time.monotonic() - began

    def keep_busy(self, learner: str, programs: list[str]) -> None:
        """One learner, who hands in one program after the other until `rest`."""

        def work() -> None:
            for n in range(1_000_000):
                if self._leaving.is_set():
                    return
                self.wait(self.hand_in(learner, programs[n % len(programs)]), 600)

        self._learners.append(threading.Thread(target=work, name=learner, daemon=True))
        self._learners[-1].start()

    def rest(self) -> None:
        """Hand in nothing more, and wait until everything has a verdict."""
        self._leaving.set()
        for learner in self._learners:
            learner.join(120)
        for id in list(self.handed_in):
            self.wait(id, 120)

    def wrong(self) -> list[str]:
        """Submissions whose verdict is not what it must be."""
        found = []
        for id, program in self.handed_in.items():
            _, _, outcome, score = PROGRAMS[program]
            verdict = self.verdict(id)
            if verdict is None or (verdict.outcome, verdict.score) != (outcome, score):
                found.append(f"{id} {program}: {verdict and (verdict.outcome.value, verdict.score, verdict.message)}")
        return found
