"""The judge: an exercise and an answer → a verdict. Whatever a learner hands in is data; our own faults are `internal`."""

from __future__ import annotations

import secrets
import time
from dataclasses import replace
from pathlib import Path

from grader.errors import ContentError, UsageError
from grader.judge import answers
from grader.judge.content import BROKEN, Content, Contents
from grader.judge.grading import Grading, OnCheck, OnProgress, Runs
from grader.judge.lint import LintFinding, lint
from grader.judge.log import log
from grader.judge.results import not_run
from grader.model import Isolation, Json, Message, Mode, Outcome, Verdict
from grader.sandbox.job import Job, JobRun

SOURCE_CAP = 64 * 1024
"""Bytes of the longest source that is read."""


class Judge:
    """Grades submissions to the exercises of a folder. Thread-safe."""

    def __init__(self, exercises: Path, pool: Runs, *, look_every: float = 0.5) -> None:
        self._contents = Contents(exercises, look_every=look_every)
        self._pool = pool

    @property
    def isolation(self) -> Isolation:
        """What the pool proved."""
        return self._pool.isolation

    def run(self, job: Job) -> JobRun:
        """Run a job as submissions are run."""
        return self._pool.run(job)

    def check(self, exercise: str) -> list[LintFinding]:
        """What the author lint finds. Raises `UnknownExercise`."""
        self._contents.reread()
        return lint(self, exercise)

    def content(self, exercise: str) -> Content:
        """Raises `UnknownExercise` or `ContentError`."""
        return self._contents.get(exercise)

    def grade(
        self,
        exercise: str,
        answer: Json | bytes,
        *,
        mode: Mode,
        seed: int,
        on_check: OnCheck | None = None,
        on_progress: OnProgress | None = None,
    ) -> Verdict:
        """The verdict of one submission. Raises only `UnknownExercise`: other faults of ours are the verdict `internal`."""
        started = time.perf_counter()
        try:
            content = self.content(exercise)
            verdict = self._grade(content, answer, mode, seed, on_check, on_progress)
        except UsageError:
            raise
        except ContentError as error:
            verdict = internal(exercise, mode, seed, fault=str(error))
        except Exception:
            verdict = internal(exercise, mode, seed)
        total = round((time.perf_counter() - started) * 1000, 1)
        return replace(verdict, timings_ms={"queue": 0.0, **verdict.timings_ms, "total": total})

    def _grade(
        self,
        content: Content,
        answer: Json | bytes,
        mode: Mode,
        seed: int,
        on_check: OnCheck | None,
        on_progress: OnProgress | None,
    ) -> Verdict:
        if not content.facts.kind.is_code:
            return self._grade_answer(content, answer, mode, seed, on_check)
        try:
            source = read_source(answer)
        except answers.BadForm as bad:
            return self._unread(content, mode, seed, bad.message)
        return Grading(content, source, mode, seed, self._pool, on_check, on_progress).verdict()

    def _grade_answer(
        self, content: Content, answer: Json | bytes, mode: Mode, seed: int, on_check: OnCheck | None
    ) -> Verdict:
        try:
            given = answers.read(content.facts, answer, content.right.answer)
        except answers.BadForm as bad:
            return self._unread(content, mode, seed, bad.message)
        check = answers.judge_answer(content, given)
        if on_check:
            on_check(check)
        passed = check.outcome is Outcome.PASSED
        wrong = answers.named(content, given, accepted=passed)
        verdict = self._verdict(content, mode, seed, check.outcome)
        verdict = replace(verdict, passed=passed, score=check.points, checks=(check,))
        if wrong is None:
            return verdict
        return replace(verdict, notes=(wrong,)) if passed else replace(verdict, misconception=wrong)

    def _unread(self, content: Content, mode: Mode, seed: int, message: Message) -> Verdict:
        """What was handed in is not what an answer to this exercise looks like."""
        refused = message.code in ("form.binary", "form.encoding", "form.large")
        verdict = self._verdict(content, mode, seed, Outcome.REFUSED if refused else Outcome.ERROR)
        return replace(verdict, message=message)

    def _verdict(self, content: Content, mode: Mode, seed: int, outcome: Outcome) -> Verdict:
        facts = content.facts
        return Verdict(
            facts.id,
            facts.version,
            mode,
            outcome,
            passed=False,
            score=0,
            max_score=facts.points,
            seed=seed,
            checks=tuple(not_run(facts.checks, outcome)),
            isolation=self._pool.isolation,
        )


def read_source(answer: Json | bytes) -> str:
    """The source in what was handed in. Raises `BadForm` when there is none."""
    if isinstance(answer, bytes):
        try:
            answer = answer.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise answers.BadForm(Message("form.binary" if b"\0" in answer else "form.encoding")) from None
    if not isinstance(answer, str):
        raise answers.BadForm(Message("form.code"))
    if len(answer) > SOURCE_CAP or len(answer.encode("utf-8", "surrogatepass")) > SOURCE_CAP:
        raise answers.BadForm(Message("form.large", {"limit": SOURCE_CAP // 1024}))
    if "\0" in answer or any(0xD800 <= ord(character) < 0xE000 for character in answer):
        raise answers.BadForm(Message("form.binary"))
    source = answer.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if all(not line.strip() or line.lstrip().startswith("#") for line in source.split("\n")):
        raise answers.BadForm(Message("form.empty"))
    return source


def internal(exercise: str, mode: Mode, seed: int, *, fault: str = "") -> Verdict:
    """The verdict for a fault of ours, logged with the reference that the learner sees. Call it where it was caught.

    `fault` is what the author of the exercise has to mend.
    """
    reference = secrets.token_hex(4)
    log.exception("a submission could not be judged", reference=reference, exercise=exercise, seed=seed)
    told = Message(BROKEN, {"reference": reference, "fault": fault})
    message = told if fault else Message("judge.internal", {"reference": reference})
    return Verdict(exercise, "", mode, Outcome.INTERNAL, False, 0, 0, seed, (), message=message)
