"""Many gradings through one real judge, a tenth of them hostile: what it holds at the end is what it held at the start."""

from __future__ import annotations

import itertools
import json
import os
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import pytest
from proof import count, record
from supervised import EXERCISES, Family, zombies_of

from grader.catalog import Catalog
from grader.dispatch import Dispatch
from grader.model import Json, Mode, Outcome, Verdict

pytestmark = [pytest.mark.slow, pytest.mark.proof, pytest.mark.timeout(count(400, 7200))]

GRADINGS, WARM_UP = count(60, 2000), count(30, 160)
EVERY = count(6, 1)
"""One exercise in so many is graded; the warm-up meets each of them, since the judge keeps what it has read."""
MORE_MEMORY = 1.10
"""What a process may hold at the end of what it held after the warm-up."""

BODY = "def corr2d(X, K):\n"
HOSTILE: tuple[Json | bytes, ...] = (
    BODY + "    it = [1.0]\n    for _ in range(100_000):\n        it = map(abs, it)\n    return list(it)\n",
    BODY + "    for _ in range(20_000):\n        print('x' * 200)\n    return X\n",
    BODY + "    kept = []\n    while True:\n        kept.append(torch.ones(4_000_000))\n",
    "import os\nos.kill(1, 9)\n",
    b"\xff\xfe\x00 no text at all",
    BODY + "    while True:\n        pass\n",
    BODY + "    return corr2d(X, K)\n",
    BODY + "    return torch.zeros(40_000_000)\n",
    BODY + "    deep = X\n    for _ in range(50_000):\n        deep = [deep]\n    return deep\n",
    "def corr2d(" * 5_000,
)
"""Stack overflow, flood, memory, refused, garbage, endless, recursion, a huge and a deep result, a file for the parser."""


@dataclass(frozen=True)
class Task:
    """What is handed in; `passes` None: hostile."""

    exercise: str
    answer: Json | bytes
    passes: bool | None

    def is_right(self, verdict: Verdict) -> bool:
        return verdict.outcome is not Outcome.INTERNAL and verdict.passed is bool(self.passes)


def honest() -> list[Task]:
    """The model answers of shipped exercises, and two catalogued mistakes each."""
    catalog, tasks = Catalog.load(EXERCISES), []
    for exercise in catalog.exercises[::EVERY]:
        folder = catalog.folder_of(exercise.id)
        code, bare = folder / "solution.py", folder / "solution.json"
        answer = code.read_text("utf-8") if code.exists() else json.loads(bare.read_text("utf-8"))
        wrong = [w for w in catalog.wrong_answers(exercise.id) if not w.misconception.accepted]
        tasks.append(Task(exercise.id, answer, True))
        tasks += [Task(exercise.id, one.answer, False) for one in wrong[:2]]
    return tasks


def tasks() -> Iterator[Task]:
    """Without end; each tenth is hostile."""
    good, bad = itertools.cycle(honest()), itertools.cycle(Task("corr2d", answer, None) for answer in HOSTILE)
    for n in itertools.count(1):
        yield next(bad) if n % 10 == 0 else next(good)


@dataclass(frozen=True)
class Held:
    """What the service holds at a moment of rest: descriptors, processes, zombies, resident megabytes, who serves."""

    fds: int
    processes: int
    zombies: int
    web_mb: float
    judge_mb: float
    zygote_mb: float
    pids: tuple[int, ...]

    @classmethod
    def now(cls) -> Held:
        """Once everything has come to rest: the same numbers twice."""
        before, held = None, cls._look()
        end = time.monotonic() + 20
        while before is None or (
            (before.fds, before.processes) != (held.fds, held.processes) and time.monotonic() < end
        ):
            time.sleep(0.5)
            before, held = held, cls._look()
        return held

    @classmethod
    def _look(cls) -> Held:
        family = Family.of(os.getpid())
        judge, zygote = family.judge[0].pid, family.zygote[0].pid
        return cls(
            fds=sum(_descriptors(pid) for pid in (os.getpid(), judge, zygote)),
            processes=len(list(family)),
            zombies=zombies_of(os.getpid(), judge, zygote),
            web_mb=_resident_mb(os.getpid()),
            judge_mb=_resident_mb(judge),
            zygote_mb=_resident_mb(zygote),
            pids=(judge, zygote),
        )


def _descriptors(pid: int) -> int:
    """Open descriptors; 0 where we may not look (a zygote hides)."""
    try:
        return len(list(Path(f"/proc/{pid}/fd").iterdir()))
    except PermissionError:
        return 0


def _resident_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return round(next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024, 1)


@dataclass(frozen=True)
class Soak:
    """What was held before and after, and what went wrong between."""

    before: Held
    after: Held
    wrong: list[str]
    minutes: float


def work_off(dispatch: Dispatch, source: Iterator[Task], number: int) -> list[str]:
    """Grade so many, a few at once → those whose verdict is not what it must be."""
    open_: deque[tuple[Task, Future[Verdict]]] = deque()
    wrong = []
    for n in range(number + 2 * dispatch.slots):
        if n < number:
            task = next(source)
            future = dispatch.grade(task.exercise, task.answer, mode=Mode.SUBMIT, seed=n, person=f"learner-{n % 30}")
            open_.append((task, future))
        if open_ and (n >= number or len(open_) > 2 * dispatch.slots):
            task, future = open_.popleft()
            verdict = future.result(300)
            if not task.is_right(verdict):
                wrong.append(f"{task.exercise} {task.answer!r:.80}: {verdict.outcome} {verdict.message}")
    return wrong


@pytest.fixture(scope="module")
def soak() -> Iterator[Soak]:
    dispatch, source = Dispatch(EXERCISES, slots=2), tasks()
    dispatch.start()
    try:
        wrong = work_off(dispatch, source, WARM_UP)
        before, began = Held.now(), time.monotonic()
        wrong += work_off(dispatch, source, GRADINGS)
        minutes = round((time.monotonic() - began) / 60, 1)
        yield Soak(before, Held.now(), wrong, minutes)
    finally:
        dispatch.close()


def test_every_verdict_of_a_soak_is_right(soak: Soak) -> None:
    before, after = soak.before, soak.after
    record(
        "soak",
        gradings=GRADINGS,
        hostile=GRADINGS // 10,
        wrong=len(soak.wrong),
        fds=[before.fds, after.fds],
        processes=[before.processes, after.processes],
        zombies=after.zombies,
        web_mb=[before.web_mb, after.web_mb],
        judge_mb=[before.judge_mb, after.judge_mb],
        zygote_mb=[before.zygote_mb, after.zygote_mb],
        minutes=soak.minutes,
    )
    assert soak.wrong == []


def test_soak_leaves_as_many_descriptors_and_processes(soak: Soak) -> None:
    assert (soak.after.fds, soak.after.processes) == (soak.before.fds, soak.before.processes)


def test_soak_leaves_no_zombie(soak: Soak) -> None:
    assert soak.after.zombies == 0


@pytest.mark.parametrize("who", ["web_mb", "judge_mb", "zygote_mb"])
def test_soak_leaves_memory_flat(soak: Soak, who: str) -> None:
    assert getattr(soak.after, who) <= getattr(soak.before, who) * MORE_MEMORY


def test_soak_needs_no_new_judge_or_zygote(soak: Soak) -> None:
    assert soak.after.pids == soak.before.pids
