"""What `bench` measures: ratios in one run on this host, each loop bounded in time."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import platform
import statistics
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.model import Json, Mode

if TYPE_CHECKING:
    from concurrent.futures import Future

    from grader.dispatch import Dispatch
    from grader.model import Exercise, Verdict
    from grader.sandbox.pool import Pool
    from grader.wire import Array

LOOPS = """
def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
"""
COLD = f"import torch{LOOPS}corr2d(torch.arange(9.0).reshape(3, 3), torch.arange(4.0).reshape(2, 2))"
TRAIN = """
def train():
    layer = nn.Conv2d(1, 2, 3)
    optimizer = torch.optim.Adam(layer.parameters(), lr=0.1)
    X = torch.randn(4, 1, 8, 8)
    for step in range(5):
        optimizer.zero_grad()
        loss = (layer(X) ** 2).mean()
        loss.backward()
        optimizer.step()
    return layer.weight
"""
HANG_S = 0.5


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of each is measured, and for how many seconds at most."""

    cold: int
    samples: int
    others: int
    forks: int
    hangs: int
    seconds: float
    throughput_s: float


FULL = Counts(cold=3, samples=60, others=5, forks=100, hangs=4, seconds=6.0, throughput_s=8.0)
QUICK = Counts(cold=1, samples=10, others=2, forks=10, hangs=1, seconds=1.0, throughput_s=1.5)


def host() -> dict[str, Json]:
    """The machine and the builds that the numbers belong to."""
    return {
        "cpus": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "torch": importlib.metadata.version("torch"),
    }


def timed(call: Callable[[], object], n: int, seconds: float) -> dict[str, Json]:
    """Milliseconds of up to n calls, one after the other: p50 and p95."""
    took: list[float] = []
    end = time.monotonic() + seconds
    while len(took) < n and (time.monotonic() < end or len(took) < 2):
        began = time.perf_counter()
        call()
        took.append((time.perf_counter() - began) * 1000)
    return spread(took)


def spread(took: list[float]) -> dict[str, Json]:
    """p50 and p95 of milliseconds."""
    ordered = sorted(took)
    return {
        "p50": round(statistics.median(ordered), 1),
        "p95": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 1),
        "n": len(ordered),
    }


def cold(counts: Counts) -> dict[str, Json]:
    """A Python process that imports torch and runs one 3×3 case, without any jail."""
    one = dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    command = [sys.executable, "-c", COLD]
    run = lambda: subprocess.run(command, check=True, capture_output=True, env=os.environ | one)  # noqa: E731
    return timed(run, counts.cold, 20)


def cells(pool: Pool, counts: Counts) -> dict[str, Json]:
    """The zygote's floor, a whole cell on one 3×3 case, memory, equal forks, and how late a hang is stopped."""
    from grader.sandbox.pool import CellCase, Job

    case = CellCase([_array(3), _array(2)])
    warm = Job(LOOPS, "corr2d", (case,))
    for _ in range(3):
        pool.run(warm)
    floors = [pool.floor() for _ in range(max(3, counts.samples // 3))]
    return {
        "floor_ms": spread(floors),
        "warm_ms": timed(lambda: pool.run(warm), counts.samples, counts.seconds),
        "memory_mb": {name: round(mb, 1) for name, mb in pool.memory().items()},
        "forks": _forks(pool, counts),
        "overrun_ms": _overrun(pool, counts),
    }


def _array(n: int) -> Array:
    import numpy as np

    from grader.wire import Array

    return Array.of(np.arange(n * n, dtype=np.float32).reshape(n, n))


def _forks(pool: Pool, counts: Counts) -> dict[str, Json]:
    from grader.sandbox.pool import CellCase, Job
    from grader.wire import Array

    job = Job(TRAIN, "train", (CellCase([], seed=1),))
    end = time.monotonic() + 2 * counts.seconds
    values: list[object] = []
    while len(values) < counts.forks and (time.monotonic() < end or len(values) < 2):
        values.append(pool.run(job).cases[0].value)
    hashes = {hashlib.sha256(v.data).hexdigest() if isinstance(v, Array) else str(v) for v in values}
    return {"n": len(values), "different": len(hashes)}


def _overrun(pool: Pool, counts: Counts) -> dict[str, Json]:
    from grader.sandbox.pool import CellCase, Job

    job = Job("def hang():\n    while True:\n        pass\n", "hang", (CellCase([]),), cpu_s=HANG_S)
    late = [pool.run(job).cases[0].cpu_ms - HANG_S * 1000 for _ in range(counts.hangs)]
    return {"max": round(max(late), 1), "n": len(late)}


def submissions(dispatch: Dispatch, sources: list[tuple[Exercise, Json]], counts: Counts) -> dict[str, Json]:
    """Whole submissions of model answers, one after the other: corr2d often, the others a few times."""
    return {
        exercise.id: timed(
            lambda e=exercise, s=source: _graded(dispatch, e, s),  # type: ignore[misc]
            counts.samples if n == 0 else counts.others,
            counts.seconds if n == 0 else counts.seconds / 3,
        )
        for n, (exercise, source) in enumerate(sources)
    }


def _graded(dispatch: Dispatch, exercise: Exercise, source: Json) -> Verdict:
    verdict = dispatch.grade(exercise.id, source, mode=Mode.SUBMIT, seed=1).result(120)
    if not verdict.passed:
        raise RuntimeError(f"the model answer of {exercise.id} does not pass: {verdict.outcome}")
    return verdict


STAGES = ("draw", "wait", "load", "cases", "judge")


def stages(dispatch: Dispatch, exercise: Exercise, source: Json, counts: Counts) -> dict[str, Json]:
    """Where the milliseconds of a passing submission go, one after the other; `way` is the time between the processes."""
    times = [_graded(dispatch, exercise, source).timings_ms for _ in range(counts.samples)]
    spent = {stage: [t[stage] for t in times] for stage in STAGES}
    spent["way"] = [t["total"] - sum(t[stage] for stage in STAGES) for t in times]
    return {stage: spread(took) for stage, took in spent.items()}


def throughput(dispatch: Dispatch, exercise: Exercise, source: Json, counts: Counts) -> dict[str, Json]:
    """Submissions graded a second, as many at once as there are slots."""
    open_ = deque(_ask(dispatch, exercise, source, n) for n in range(2 * dispatch.slots))
    done, began = 0, time.monotonic()
    while (took := time.monotonic() - began) < counts.throughput_s:
        open_.popleft().result(120)
        done += 1
        open_.append(_ask(dispatch, exercise, source, done))
    for future in open_:
        future.result(120)
    return {"per_second": round(done / took, 1), "slots": dispatch.slots, "seconds": round(took, 1)}


def _ask(dispatch: Dispatch, exercise: Exercise, source: Json, seed: int) -> Future[Verdict]:
    return dispatch.grade(exercise.id, source, mode=Mode.SUBMIT, seed=seed)
