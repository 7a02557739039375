"""Programs that want points for nothing: a naive grader gives them full marks, ours what their honest part is worth.

`cheats/*.py` say in their docstring what they try, on which exercise, which naivety (`control/naive_grader.py`) they live off, and
the points of their honest part. `policy: false`: it needs what the language policy refuses. It is graded without the
policy, since no points may rest on that, and once more with it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from proof import count, record

from grader.judge import Judge
from grader.model import Isolation, Mode, Outcome, Verdict
from grader.sandbox.pool import CaseRun, CellCase, Job, JobRun, Pool, Ran

pytestmark = [pytest.mark.proof, pytest.mark.timeout(count(120, 3000))]

ROOT = Path(__file__).parent
EXERCISES = ROOT.parent / "exercises"
NAIVE = (ROOT / "cheats/control/naive_grader.py").read_text("utf-8")
SEEDS = range(7, 7 + count(1, 5))


@dataclass(frozen=True)
class Cheat:
    """One program of `cheats/`."""

    name: str
    source: str
    exercise: str
    naive: str
    score: int
    """Points of its honest part."""
    policy: bool
    """Whether it runs under the language policy."""
    varies: bool
    """Whether it depends on what is drawn how much of it is right: `score` is the most, then."""


def read(file: Path) -> Cheat:
    source = file.read_text("utf-8")
    said = yaml.safe_load(ast.get_docstring(ast.parse(source)) or "")
    assert said["cheat"], file.name
    policy, varies = said.get("policy", True), said.get("varies", False)
    return Cheat(file.stem, source, said["exercise"], said["naive"], said["score"], policy, varies)


CHEATS = [read(file) for file in sorted((ROOT / "cheats").glob("*.py"))]


class WithoutPolicy:
    """A pool whose cells let every program of Python run."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self.isolation: Isolation = pool.isolation

    def run(self, job: Job, on_case: Callable[[CaseRun], None] | None = None, on_progress: object = None) -> JobRun:
        return self._pool.run(replace(job, policy=False), on_case)


@pytest.fixture(scope="module")
def judge(pool: Pool) -> Judge:
    return Judge(EXERCISES, pool)


@pytest.fixture(scope="module")
def unpoliced(pool: Pool) -> Judge:
    """The judge, when the policy was broken."""
    return Judge(EXERCISES, WithoutPolicy(pool))


# ---------- the control ----------


def has_full_marks(cheat: Cheat, judge: Judge, pool: Pool) -> bool:
    """Whether the naive grader is taken in. It runs in a jailed cell of its own, with the cheat beside it."""
    entry = str(judge.content(cheat.exercise).facts.entry)
    if cheat.naive in ("frames", "quiet_frames"):
        return believes_frames(cheat, entry, pool)
    case = CellCase([cheat.source, cheat.exercise, entry, cheat.naive], prints=True)
    run = pool.run(Job(NAIVE, "grade", (case,), policy=False, cpu_s=10))
    if cheat.naive == "quiet":
        return "FAILED" not in run.stdout  # the process ended somehow, and nobody had said that anything failed
    return run.cases[0].value is True


def believes_frames(cheat: Cheat, entry: str, pool: Pool) -> bool:
    """A grader that counts a case as passed when a frame says that it returned, or when none says that it failed."""
    arrays: list[Any] = [pack_ones(3, 3), pack_ones(2, 2)]
    run = pool.run(Job(cheat.source, entry, (CellCase(arrays),) * 4, policy=False))
    if cheat.naive == "frames":
        return all(case.ran is Ran.RETURNED for case in run.cases)
    return not any(case.ran in (Ran.ERROR, Ran.REFUSED, Ran.MEMORY, Ran.TIMEOUT) for case in run.cases)


def pack_ones(*shape: int) -> Any:
    import torch

    from grader.sandbox.values import pack

    return pack(torch.ones(*shape))


@pytest.mark.parametrize("cheat", CHEATS, ids=lambda c: c.name)
def test_a_naive_grader_gives_full_marks(judge: Judge, pool: Pool, cheat: Cheat) -> None:
    assert has_full_marks(cheat, judge, pool)


# ---------- ours ----------

above: list[str] = []


@pytest.mark.parametrize("cheat", CHEATS, ids=lambda c: c.name)
def test_a_cheat_scores_as_its_honest_part(judge: Judge, unpoliced: Judge, cheat: Cheat) -> None:
    own = judge if cheat.policy else unpoliced
    for seed in SEEDS:
        verdict = graded(own, cheat, seed)
        if verdict.score > cheat.score:
            above.append(cheat.name)
        assert verdict.outcome is not Outcome.INTERNAL
        assert verdict.score == cheat.score or (cheat.varies and verdict.score < cheat.score), told(verdict)
        if not cheat.policy:
            assert graded(judge, cheat, seed).score <= cheat.score


def graded(judge: Judge, cheat: Cheat, seed: int) -> Verdict:
    return judge.grade(cheat.exercise, cheat.source, mode=Mode.SUBMIT, seed=seed)


def told(verdict: Verdict) -> object:
    """What a failing test shows."""
    return [(check.id, check.outcome.value, check.points, check.message) for check in verdict.checks], verdict.message


def test_what_the_suite_found_is_kept() -> None:
    record(
        "cheats", programs=len(CHEATS), full_marks_naive=len(CHEATS), scored_above_honest=len(above), seeds=len(SEEDS)
    )
    assert len(CHEATS) >= 60 and not above
