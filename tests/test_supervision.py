"""Processes are killed at random moments: nothing is lost, nothing graded twice or wrong, and the service comes back."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from proof import count, record
from supervised import EXERCISES, PROGRAMS, RIGHT, ROOT, Family, Kind, Process, Service, everybody

from grader.dispatch import Dispatch
from grader.errors import SandboxError
from grader.model import Mode, Outcome, Verdict
from grader.sandbox import pool as sandbox_pool
from grader.sandbox.handles import ZygoteProcess
from grader.sandbox.pool import CellCase, Job, Pool, Ran
from grader.store import Store

pytestmark = [pytest.mark.slow, pytest.mark.proof, pytest.mark.timeout(count(400, 7200))]

KILLS = count(6, 200)
BACK_S = 15.0
"""From a kill to the verdict of what is handed in after it; five times a first start where that takes over three seconds."""

KINDS: tuple[Kind, ...] = ("judge", "zygote", "cell")


# ---------- a whole service ----------


class Attack:
    """Kills one process after the other below this one, and asks each time whether the service is back."""

    def __init__(self, service: Service, draw: random.Random) -> None:
        self._service, self._draw = service, draw
        self.killed: Counter[str] = Counter()
        self.back_s: list[float] = []
        self.met: set[Process] = set()
        """Everybody who was seen while the attack went on."""

    def strike(self, kind: Kind) -> None:
        """Kill one of a kind, once there is one."""
        end = time.monotonic() + 120
        while time.monotonic() < end:
            family = Family.of(os.getpid())
            self.met.update(family)
            if (victims := getattr(family, kind)) and self._draw.choice(victims).kill():
                self.killed[kind] += 1
                return
            time.sleep(0.01)
        raise TimeoutError(f"there is no {kind} to kill")

    def go_on(self, kills: int) -> None:
        """At random moments, a third of them before the service could come back."""
        for n in range(kills):
            time.sleep(self._draw.uniform(0, 0.5))
            self.strike(KINDS[n % 3])
            if self._draw.random() < 0.67 or n == kills - 1:
                program = self._draw.choice(["right", "flipped", "choice"])
                self.back_s.append(self._service.wait(self._service.hand_in("probe", program), 120))

    def left_over(self) -> list[Process]:
        """Who is still there of all that were met, after a moment to leave."""
        end = time.monotonic() + 20
        while (left := [one for one in self.met if (now := one.now()) and now.state != "Z"]) and time.monotonic() < end:
            time.sleep(0.1)
        return left


class Siege:
    """A service that was attacked, and what is left of it: one siege for all the tests that look at it."""

    def __init__(self, folder: Path) -> None:
        with Service(folder) as service:
            self.start_s = service.wait(service.hand_in("probe", "right"), 120)
            for n in range(4):
                service.keep_busy(
                    f"learner-{n}", ["right", "slow", "crash", "flipped", "raises", "choice"][n:] + ["right"]
                )
            self.attack = Attack(service, random.Random(4))
            self.attack.go_on(KILLS)
            service.rest()
            self.service, self.wrong = service, service.wrong()
            self.attempts = {f"learner-{n}": self._attempts(service, f"learner-{n}") for n in range(4)}
            self.open = len(service.store.open_submissions(datetime.now(UTC)))
        self.left_over = self.attack.left_over()

    def _attempts(self, service: Service, learner: str) -> int:
        return sum(service.learning.state(learner, exercise).attempts for exercise in ("corr2d", "edge-transposed"))

    def handed_in(self) -> dict[str, int]:
        """Submissions of each learner, by what the store keeps."""
        store = Store.open(self.service.folder)
        try:
            exercises = ("corr2d", "edge-transposed")
            return {learner: sum(len(store.history(learner, e)) for e in exercises) for learner in self.attempts}
        finally:
            store.close()


@pytest.fixture(scope="module")
def siege(tmp_path_factory: pytest.TempPathFactory) -> Siege:
    return Siege(tmp_path_factory.mktemp("siege"))


def test_killing_loses_no_submission(siege: Siege) -> None:
    lost = [id for id in siege.service.handed_in if not siege.service.store.saved[id]]
    assert (lost, siege.open) == ([], 0)


def test_killing_grades_each_submission_exactly_once(siege: Siege) -> None:
    saved = siege.service.store.saved
    assert set(saved.values()) == {1} and set(saved) == set(siege.service.handed_in)


def test_killing_makes_no_verdict_wrong(siege: Siege) -> None:
    assert siege.wrong == []


def test_killing_uses_up_no_attempt(siege: Siege) -> None:
    assert siege.attempts == siege.handed_in()


def test_service_is_back_soon_after_each_kill(siege: Siege) -> None:
    assert max(siege.attack.back_s) <= max(BACK_S, 5 * siege.start_s)


def test_killing_leaves_no_process_behind(siege: Siege) -> None:
    assert siege.left_over == []


def test_every_kind_of_process_was_killed(siege: Siege) -> None:
    service, attack = siege.service, siege.attack
    lost = [id for id in service.handed_in if not service.store.saved[id]]
    record(
        "kills",
        kills=attack.killed.total(),
        **attack.killed,
        submissions=len(service.handed_in),
        lost=len(lost),
        twice=sum(n > 1 for n in service.store.saved.values()),
        wrong=len(siege.wrong),
        back_within_s=round(max(attack.back_s), 1),
        back_median_s=round(sorted(attack.back_s)[len(attack.back_s) // 2], 1),
        start_s=round(siege.start_s, 1),
    )
    assert min(attack.killed[kind] for kind in KINDS) == KILLS // 3


# ---------- a batch ----------


def batch_files(folder: Path, size: int) -> list[tuple[str, int]]:
    """Files to grade → the outcome and score of each, in the order of their names."""
    names = ["right", "flipped", "slow", "crash", "raises"]
    (folder / "corr2d").mkdir()
    wanted = []
    for n in range(size):
        _, answer, outcome, score = PROGRAMS[names[n % len(names)]]
        (folder / "corr2d" / f"{n:04}.py").write_text(str(answer), "utf-8")
        wanted.append((outcome.value, score))
    return wanted


def kill_during(process: subprocess.Popen[bytes], lines: list[bytes], most: int) -> int:
    """Kill what is below a batch, the first time after its first row, then mostly after another → how often."""
    draw, killed = random.Random(7), 0
    while process.poll() is None and killed < most:
        seen = len(lines)
        while process.poll() is None and len(lines) == seen and (not seen or draw.random() < 0.99):
            time.sleep(0.02)
        time.sleep(draw.uniform(0, 0.3))
        victims = getattr(Family.of(process.pid), draw.choice(KINDS))
        killed += bool(victims) and draw.choice(victims).kill()
    return killed


def test_batch_survives_kills_with_every_row_right(tmp_path: Path) -> None:
    wanted = batch_files(tmp_path, count(15, 400))
    command = [sys.executable, "-m", "grader", "batch", str(tmp_path), "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT) as process:
        lines: list[bytes] = []
        assert process.stdout
        reading = threading.Thread(target=lambda: lines.extend(process.stdout or []))
        reading.start()
        killed = kill_during(process, lines, count(2, 40))
        reading.join()
    rows = [json.loads(line) for line in lines]
    record("batch under kills", rows=len(rows), kills=killed)
    assert [(row["outcome"], row["score"]) for row in rows] == wanted
    assert killed and [row["file"] for row in rows] == sorted(row["file"] for row in rows)


# ---------- fairness ----------

LOOP = "def corr2d(X, K):\n    while True:\n        pass\n"


@pytest.fixture(scope="module", params=range(1, count(1, 2) + 1))
def slots(request: pytest.FixtureRequest) -> Iterator[Dispatch]:
    dispatch = Dispatch(EXERCISES, slots=request.param)
    dispatch.start()
    dispatch.info().result(120)
    yield dispatch
    dispatch.close()


def test_endless_loops_of_one_person_delay_another_by_one_slot_at_most(slots: Dispatch) -> None:
    ended: list[str] = []

    def ask(person: str, source: str) -> None:
        future = slots.grade("corr2d", source, mode=Mode.RUN, seed=1, person=person)
        future.add_done_callback(lambda done: ended.append(person if _is(done.result(), source) else "wrong"))
        asked.append(future)

    asked: list[object] = []
    for _ in range(20):
        ask("loops", LOOP)
    time.sleep(0.5)  # by now as many as may are in the judge
    ask("other", RIGHT)
    place = slots.place(asked[-1])  # type: ignore[arg-type]
    end = time.monotonic() + 60
    while "other" not in ended and time.monotonic() < end:
        time.sleep(0.01)
    before = ended.index("other")
    record("fairness", slots=slots.slots, loops=20, before_the_other=before)
    for future in asked:
        future.cancel()  # type: ignore[attr-defined]
    assert before <= 1 and place <= 1 and "wrong" not in ended


def _is(verdict: Verdict, source: str) -> bool:
    return verdict.outcome is (Outcome.PASSED if source == RIGHT else Outcome.TIMEOUT)


# ---------- a pool ----------

BUSY = "def f(n):\n    print('case', n)\n    if n == 2:\n        sum(range(40_000_000))\n    return n\n"
CRASH = str(PROGRAMS["crash"][1]).replace("corr2d(X, K)", "f(n)")


def cases(*numbers: int) -> tuple[CellCase, ...]:
    return tuple(CellCase([n], prints=True) for n in numbers)


def kill_while_it_runs(pool: Pool, victims: str, times: int) -> None:
    """Kill the cells (or the zygote) of a pool once they work, so many times."""
    for _ in range(times):
        time.sleep(0.4)
        zygote = int(str(pool.facts()["pid"]))
        family = [one for one in everybody() if one.pid == zygote or one.parent == zygote]
        for one in family:
            if (one.pid == zygote) == (victims == "zygote"):
                one.kill()


@pytest.mark.parametrize(("victims", "times"), [("cells", 2), ("zygote", 1)])
def test_job_whose_cells_are_killed_has_its_results_and_its_prints_once(pool: Pool, victims: str, times: int) -> None:
    killer = threading.Thread(target=kill_while_it_runs, args=(pool, victims, times))
    killer.start()
    ended = pool.run(Job(BUSY, "f", cases(1, 2, 3), cpu_s=20.0, total_s=60.0))
    killer.join()
    assert [case.value for case in ended.cases] == [1, 2, 3] and ended.stdout == "case 1\ncase 2\ncase 3\n"


def test_zygote_killed_six_times_while_it_starts_costs_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started: list[object] = []

    class Mortal(ZygoteProcess):
        """Killed by a stranger before it is ready, the first six times."""

        def _first_answer(self) -> dict[str, Any]:
            started.append(self)
            if len(started) <= 6:
                os.kill(self.pid, signal.SIGKILL)  # our own child, not reaped yet
            return super()._first_answer()

    monkeypatch.setattr(sandbox_pool, "ZygoteProcess", Mortal)
    with Pool() as pool:
        assert [case.value for case in pool.run(Job(BUSY, "f", cases(1))).cases] == [1] and len(started) == 7


def test_zygote_that_cannot_start_is_told_after_a_few_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []

    class Stillborn(ZygoteProcess):
        """Ends by itself before it is ready."""

        def _first_answer(self) -> dict[str, Any]:
            started.append(self)
            os.kill(self.pid, signal.SIGABRT)  # as it would itself
            return super()._first_answer()

    monkeypatch.setattr(sandbox_pool, "ZygoteProcess", Stillborn)
    with pytest.raises(SandboxError, match="did not start"):
        Pool().start()
    assert len(started) == 5


def test_crash_that_comes_again_is_the_learners(pool: Pool) -> None:
    ended = pool.run(Job(CRASH, "f", cases(1, 2, 3)))
    assert [case.ran for case in ended.cases] == [Ran.CRASHED, Ran.CRASHED, Ran.SKIPPED]


def test_crash_that_leaves_no_time_to_run_it_again_is_not_skipped(pool: Pool) -> None:
    source = CRASH.replace("it = [1.0]", "sum(range(10_000_000))\n    it = [1.0]")
    ended = pool.run(Job(source, "f", cases(1), cpu_s=5.0, total_s=0.5))
    assert ended.cases[0].ran in (Ran.CRASHED, Ran.TIMEOUT)


def test_cells_killed_while_they_wait_count_as_one_crash(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox_pool, "_DOUBTS", 1)
    pool.run(Job("def f(n):\n    return n\n", "f", cases(1)))
    zygote = int(str(pool.facts()["pid"]))
    end = time.monotonic() + 20
    waiting: list[Process] = []
    before: list[int] | None = None
    while before != [one.pid for one in waiting] or len(waiting) < (
        os.cpu_count() or 1
    ):  # the last job's cell may be going
        assert time.monotonic() < end, "the pool keeps no cells waiting"
        time.sleep(0.2)
        before, waiting = [one.pid for one in waiting], [one for one in everybody() if one.parent == zygote]
    killed = [one.kill() for one in waiting]
    ended = pool.run(Job(BUSY.replace("40_000_000", "4"), "f", cases(1, 2)))
    assert all(killed) and [case.value for case in ended.cases] == [1, 2]
