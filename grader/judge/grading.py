"""One submission of code: plan, run, judge, name the mistake, verdict. A check is told as soon as nothing can change it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from grader.catalog import WrongAnswer
from grader.judge import curves, detect
from grader.judge.cases import Calls, Planned, plan
from grader.judge.content import Content
from grader.judge.detect import Attempt, by_check
from grader.judge.families import raised
from grader.judge.log import log
from grader.judge.results import Judged, check_result, is_settled, judge_check, not_run, outcome_of
from grader.model import CheckResult, Curve, Isolation, Message, Mode, Outcome, Progress, Verdict
from grader.sandbox.job import CaseRun, Job, JobRun, Ran

OnCheck = Callable[[CheckResult], None]
OnProgress = Callable[[Progress], None]

WAITED = 0.5
"""Share of the CPU limit below which a call that was stopped for its time has waited, not computed."""


STAGES = {"wait": "wait", "load": "load", "run": "cases"}
"""Stages of a job → what they are called in a verdict, where `run` is all of them."""


class Runs(Protocol):
    """What runs jobs: the sandbox's pool, or a fake."""

    isolation: Isolation

    def run(
        self, job: Job, on_case: Callable[[CaseRun], None] | None = None, on_progress: OnProgress | None = None
    ) -> JobRun:
        """Run all cases of a job."""


class Grading:
    """The way of one submission. `verdict` does it all."""

    def __init__(
        self,
        content: Content,
        source: str,
        mode: Mode,
        seed: int,
        pool: Runs,
        on_check: OnCheck | None,
        on_progress: OnProgress | None = None,
    ) -> None:
        self._content, self._source, self._mode, self._seed, self._pool = content, source, mode, seed, pool
        self._tell, self._on_progress = on_check or (lambda _: None), on_progress
        started = time.perf_counter()
        self._planned = plan(content, seed, hidden=mode is Mode.SUBMIT)
        self._draw_ms = (time.perf_counter() - started) * 1000
        self._groups = by_check(self._planned)
        self._runs: dict[int, CaseRun] = {}
        self._known: dict[str, Judged] = {}
        self._told: set[str] = set()

    def verdict(self) -> Verdict:
        """Run the submission and say everything about it."""
        started = time.perf_counter()
        ran = self._pool.run(self._job(), on_case=self._take, on_progress=self._on_progress)
        run_ms = (time.perf_counter() - started) * 1000
        if ran.loaded is not Ran.RETURNED:
            verdict = self._unloaded(ran)
        else:
            self._runs = {run.index: run for run in ran.cases}
            verdict = self._judged(ran)
        judge_ms = (time.perf_counter() - started) * 1000 - run_ms
        stages = {STAGES[name]: ms for name, ms in ran.timings_ms.items() if name in STAGES}
        times = {"draw": self._draw_ms, **stages, "run": run_ms, "judge": judge_ms}
        return replace(verdict, timings_ms={name: round(ms, 1) for name, ms in times.items()})

    def _job(self) -> Job:
        facts = self._content.facts
        return Job(self._source, facts.entry, Calls(self._planned), probe_source=self._content.probe, cpu_s=facts.cpu_s)

    # ---------- while it runs ----------

    def _take(self, run: CaseRun) -> None:
        """Tell a check when its last call is in, unless later calls could still change it."""
        self._runs[run.index] = run
        id = self._planned[run.index].facts.id
        group = next(group for known, group in self._groups if known == id)
        if id in self._known or any(index not in self._runs for index, _ in group):
            return
        judged = self._known[id] = self._judge(group)
        silent = judged.result.message is not None and judged.result.message.code.startswith("stopped.")
        if is_settled(judged, judged_family(group)) and not silent:
            self._tell_once(check_result(judged))

    def _judge(self, group: list[tuple[int, Planned]]) -> Judged:
        return judge_check([planned for _, planned in group], [self._runs[index] for index, _ in group])

    def _tell_once(self, check: CheckResult) -> None:
        if check.id not in self._told:
            self._told.add(check.id)
            self._tell(check)

    # ---------- after it ran ----------

    def _unloaded(self, ran: JobRun) -> Verdict:
        """The file could not be loaded: no check has anything to add."""
        error = ran.load
        outcome = {Ran.REFUSED: Outcome.REFUSED, Ran.TIMEOUT: Outcome.TIMEOUT, Ran.MEMORY: Outcome.MEMORY}.get(
            ran.loaded, Outcome.ERROR
        )
        if error is not None and error.code:
            message = Message(error.code, error.args)
        elif error is not None and error.type:
            message = raised(error)
        else:
            message = Message(f"load.{ran.loaded.value}", {"limit": self._content.facts.cpu_s})
        checks = self._all_checks({}, outcome)
        return replace(self._verdict(checks, ran, outcome), message=message, line=error.line if error else None)

    def _judged(self, ran: JobRun) -> Verdict:
        attempt = Attempt.of(self._planned, self._runs, self._known)
        limits = self._limits()
        results = {}
        for id, judged in attempt.judged.items():
            message = judged.result.message
            if message is not None and message.code in limits:
                judged = replace(judged, result=replace(judged.result, message=limits[message.code]))
            results[id] = check_result(judged)
        checks = self._all_checks(results, Outcome.SKIPPED)
        outcome = outcome_of([c for c in checks if c.id in results])
        verdict = self._verdict(checks, ran, outcome)
        if self._content.right.diagnose or self._content.right.curves:
            return self._trained(verdict, attempt)
        return self._named(verdict, attempt)

    def _all_checks(self, results: Mapping[str, CheckResult], otherwise: Outcome) -> tuple[CheckResult, ...]:
        """Every check in the order of the statement, and told."""
        facts = self._content.facts.checks
        rest = {check.id: check for check in not_run(facts, otherwise)}
        checks = tuple(results.get(fact.id, rest[fact.id]) for fact in facts)
        for check in checks:
            self._tell_once(check)
        return checks

    def _limits(self) -> dict[str, Message]:
        """Messages that need a number: the limit, and the time that the model answer needs for the same calls."""
        limit = self._content.facts.cpu_s
        slow = [index for index, run in self._runs.items() if run.ran is Ran.TIMEOUT]
        if not slow:
            return {}
        longest = max((self._runs[index] for index in slow), key=lambda run: run.cpu_ms)
        if longest.cpu_ms < limit * WAITED * 1000 < longest.wall_ms:
            spent = {"wall": round(longest.wall_ms / 1000, 1), "cpu": max(round(longest.cpu_ms / 1000, 2), 0.01)}
            return {"stopped.timeout": Message("stopped.waited", spent)}
        cases = tuple(self._planned[index].cell for index in slow)
        job = Job(str(self._content.solution), self._content.facts.entry, cases, probe_source=self._content.probe)
        needed = max((run.cpu_ms for run in self._pool.run(job).cases), default=0.0) / 1000
        return {"stopped.timeout": Message("stopped.timeout", {"limit": limit, "model": max(round(needed, 2), 0.01)})}

    def _verdict(self, checks: tuple[CheckResult, ...], ran: JobRun, outcome: Outcome) -> Verdict:
        facts = self._content.facts
        return Verdict(
            facts.id,
            facts.version,
            self._mode,
            outcome,
            passed=outcome is Outcome.PASSED,
            score=sum(check.points for check in checks),
            max_score=facts.points,
            seed=self._seed,
            checks=checks,
            stdout=ran.stdout,
            isolation=self._pool.isolation,
        )

    # ---------- the name of the mistake ----------

    def _named(self, verdict: Verdict, attempt: Attempt) -> Verdict:
        if verdict.passed:
            if self._mode is Mode.RUN:
                return verdict
            found = detect.notes(self._content, attempt, self._runs_of, self._source)
            return replace(verdict, notes=tuple(wrong.misconception.id for wrong in found))
        wrong = detect.detect(self._content, attempt, self._runs_of)
        if wrong is None:
            return verdict
        line = detect.line_of(wrong, self._source)
        return replace(verdict, misconception=wrong.misconception.id, misconception_line=line)

    def _runs_of(self, wrong: Sequence[WrongAnswer], places: Sequence[int]) -> list[dict[int, CaseRun]]:
        return detect.run_wrong(self._content, wrong, self._planned, places, self._pool.run)

    def _trained(self, verdict: Verdict, attempt: Attempt) -> Verdict:
        right, report = self._content.right, curves.report(self._source, attempt)
        drawn: dict[str, Curve] = {}
        name = None
        try:
            drawn = curves.clean(right.curves(report)) if right.curves else {}
            name = right.diagnose(report) if right.diagnose and not verdict.passed else None
        except Exception:  # the verdict stands without its picture; what came back is hostile
            log.exception("a diagnosis failed", exercise=verdict.exercise, seed=self._seed)
        wrong = next((w for w in self._content.wrong if w.misconception.id == name), None)
        line = detect.line_of(wrong, self._source) if wrong else None
        return replace(verdict, curves=drawn, misconception=name if wrong else None, misconception_line=line)


def judged_family(group: list[tuple[int, Planned]]) -> str:
    """The family of the check that these calls belong to."""
    return group[0][1].check.family
