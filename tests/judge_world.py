"""Exercises in memory and a pool without processes, so that a test of the judge is fast and says what a cell does."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from grader import authoring
from grader.catalog import WrongAnswer
from grader.judge.content import Content
from grader.judge.grading import Grading
from grader.model import (
    CheckFacts,
    CheckResult,
    Exercise,
    Isolation,
    Kind,
    Misconception,
    Mode,
    Progress,
    Text,
    Verdict,
)
from grader.sandbox.job import CaseRun, CellCase, CellError, Job, JobRun, Ran
from grader.sandbox.probes import PROBES, OpCount
from grader.sandbox.values import pack, unpack

torch.set_num_threads(1)  # as the judge program does; two threads on a busy machine wait for each other

T = Text("", "")
RIGHT = "def f(X, K):\n    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((-1, -2))\n"


def check(id: str, points: int = 1, *, hidden: bool = False, required: bool = True) -> CheckFacts:
    return CheckFacts(id, Text(id, id), points, hidden, required)


def mistake(id: str, source: str, says: str = "", *, accepted: bool = False, look: str | None = None) -> WrongAnswer:
    words = Text(f"You {says or id}.", f"{says or id}。")
    return WrongAnswer(Misconception(id, words, T, accepted), source, look=look)


def content(
    checks: Mapping[CheckFacts, Any], *wrong: WrongAnswer, solution: str = RIGHT, probe: str | None = None, **right: Any
) -> Content:
    """A code exercise whose entry is `f`."""
    facts = Exercise(
        "x",
        "c",
        Kind.FUNCTION,
        T,
        T,
        T,
        (),
        T,
        tuple(checks),
        entry="f",
        misconceptions={w.misconception.id: w.misconception for w in wrong},
    )
    exercise = authoring.Exercise(checks={facts.id: on for facts, on in checks.items()}, **right)
    return Content(facts, exercise, solution, wrong, probe, Path())


class Here:
    """Runs jobs in this process. A source that raises `Ended("timeout")` ends its case that way."""

    isolation = Isolation("none", ())

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def run(
        self,
        job: Job,
        on_case: Callable[[CaseRun], None] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> JobRun:
        self.jobs.append(job)
        names: dict[str, Any] = {"torch": torch, "nn": nn, "F": functional, "math": math, "Ended": Ended}
        probes: dict[str, Any] = {"progress": lambda *told: on_progress and on_progress(Progress(*told))}
        try:
            # Programs written in the tests themselves: no cell is needed to run them.
            exec(job.source, names)
            exec(job.probe_source or "", probes)
        except Exception as error:
            fault = CellError(type(error).__name__, str(error), 1, job.source.split("\n")[0])
            return JobRun((), fault, Ran.ERROR, "", {})
        runs = []
        for index, case in enumerate(job.cases):
            runs.append(self._one(index, case, names[job.entry or ""], probes))
            if on_case:
                on_case(runs[-1])
        return JobRun(tuple(runs), None, Ran.RETURNED, "printed" * any(c.prints for c in job.cases), {})

    def _one(self, index: int, case: CellCase, entry: Any, probes: Mapping[str, Any]) -> CaseRun:
        args = unpack(case.args, case.transposed)
        name = case.probe.removeprefix("probe:")
        probe = PROBES[name] if case.probe == name else probes[name]
        torch.manual_seed(case.seed)
        count = OpCount() if case.record else None
        try:
            with count or nullcontext():
                value = probe(entry, *args, **unpack(dict(case.extra)))
        except Ended as end:
            return CaseRun(index, end.ran, cpu_ms=2000.0)
        except Exception as error:
            fault = CellError(type(error).__name__, str(error), 3, "return secret(X)")
            return CaseRun(index, Ran.ERROR, error=fault, cpu_ms=1.0)
        after = tuple(pack(arg) for arg in args) if case.keep_args else ()
        return CaseRun(index, Ran.RETURNED, pack(value), after, count.ops if count else {}, cpu_ms=1.0)


class Ended(Exception):
    """How the case shall end."""

    def __init__(self, ran: str) -> None:
        self.ran = Ran(ran)


def grade(
    known: Content,
    source: str,
    *,
    mode: Mode = Mode.SUBMIT,
    seed: int = 1,
    pool: Any = None,
    on_check: Callable[[CheckResult], None] | None = None,
) -> Verdict:
    """The verdict of one source."""
    return Grading(known, source, mode, seed, pool or Here(), on_check).verdict()
