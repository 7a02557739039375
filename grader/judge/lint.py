"""The author lint: what is wrong with an exercise, one sentence each, with what to do about it.

Everything is tried for real: starter, solution and wrong answers go through the same cells as submissions do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.catalog import WrongAnswer
from grader.catalog.approaches import read_approaches
from grader.errors import ContentError
from grader.judge import curves, detect, lint_files
from grader.judge.cases import Planned, plan
from grader.judge.content import BROKEN, Content
from grader.judge.detect import Attempt
from grader.judge.families import PASSED, judge_case
from grader.judge.lint_files import Found
from grader.model import Mode, Outcome, Verdict
from grader.sandbox.job import CaseRun, Job, Ran
from grader.words import say

if TYPE_CHECKING:
    from grader.judge.judge import Judge

SEEDS = range(20)


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One thing to mend. `text` names the exercise, the fact and the remedy."""

    exercise: str
    rule: str
    text: str


def lint(judge: Judge, exercise: str, seeds: Sequence[int] = SEEDS) -> list[LintFinding]:
    """Everything that is wrong with an exercise. Raises `UnknownExercise`."""
    try:
        content = judge.content(exercise)
    except ContentError as error:
        return [LintFinding(exercise, "content", str(error))]
    place = f"exercises/{content.facts.concept}/{exercise}"
    check = _Lint(judge, content, seeds)
    return [LintFinding(exercise, rule, _placed(place, text)) for rule, text in check.findings()]


def _placed(folder: str, text: str) -> str:
    """A sentence that names a line begins with its whole path, any other with the folder."""
    return f"{folder}/{text}" if re.match(r"[\w./-]+, line \d", text) else f"{folder}: {text}"


class _Lint:
    """One exercise under the lint."""

    def __init__(self, judge: Judge, content: Content, seeds: Sequence[int]) -> None:
        self._judge, self._content, self._seeds = judge, content, seeds
        self._facts = content.facts

    def findings(self) -> Found:
        """All findings, the cheap ones first."""
        formal = list(lint_files.form(self._content))
        yield from formal
        if any(rule in ("syntax", "missing") for rule, _ in formal):
            return  # nothing can be run
        unplanned = list(self._planned()) if self._facts.kind.is_code else []
        yield from unplanned
        if not unplanned:
            yield from self._run()

    def _run(self) -> Found:
        """All that is found by running it. An author's fault on the way ends it."""
        try:
            name = "solution.py" if self._facts.kind.is_code else "solution.json"
            yield from self._right(name, self._content.solution)
            if self._facts.kind.is_code:
                for other in read_approaches(self._content.folder, f"{self._facts.concept}/{self._facts.id}"):
                    yield from self._right(f"approaches/{other.name}.py", other.source)
                yield from self._starter()
                yield from self._over_seeds()
            else:
                yield from self._wrong_answers()
        except ContentError as error:
            yield "content", _told(error)

    # ---------- the author's own code ----------

    def _planned(self) -> Found:
        """On every seed inputs are drawn, and what must come back is known. The first fault is enough."""
        for seed in self._seeds:
            try:
                planned = plan(self._content, seed)
            except ContentError as error:
                yield "content", _told(error, f"with seed {seed}")
                return
            found = [fault for check in self._facts.checks for fault in self._expected(check.id, planned, seed)]
            if found:
                yield found[0]
                return

    def _expected(self, check: str, planned: Sequence[Planned], seed: int) -> Found:
        own = [p for p in planned if p.facts.id == check]
        if not own:
            yield "cases", f"exercise.py, line 1: the check {check} has no case with seed {seed}. Add one."
        for number, p in enumerate(own, 1):
            if p.check.family != "property" and p.reference is None:
                yield "content", f"exercise.py, line 1: the check {check} needs a reference. Add reference=…."
                return
            try:
                _ = p.check.family == "property" or p.expected
            except ContentError as error:
                yield "content", _told(error, f"on case {number} of {check} with seed {seed}")
                return

    # ---------- starter and solution ----------

    def _grade(self, answer: object, seed: int) -> Verdict:
        """The verdict. Raises `ContentError` for a fault of the author's that shows only now."""
        verdict = self._judge.grade(self._facts.id, answer, mode=Mode.SUBMIT, seed=seed)
        if verdict.message and verdict.message.code == BROKEN:
            raise ContentError(str(verdict.message.args["fault"]))
        return verdict

    def _right(self, name: str, answer: object) -> Found:
        """On every seed: what is right must not depend on luck."""
        for seed in self._seeds if self._facts.kind.is_code else self._seeds[:1]:
            verdict = self._grade(answer, seed)
            if verdict.outcome is Outcome.REFUSED:
                yield "refused", f"{name} is refused by the policy ({self._why(verdict)}). Write it in allowed Python."
                return
            if verdict.score < verdict.max_score or not verdict.passed:
                lost = verdict.max_score - verdict.score
                yield (
                    "solution",
                    f"{name} loses {lost} points with seed {seed} ({self._why(verdict)}). Correct it or the check.",
                )
                return

    def _starter(self) -> Found:
        verdict = self._grade(self._facts.starter, self._seeds[0])
        if verdict.outcome is Outcome.REFUSED:
            yield "refused", f"starter.py is refused by the policy ({self._why(verdict)}). Write it in allowed Python."
        if verdict.passed:
            yield "starter", "starter.py already passes every case. Remove the part the learner should write."

    def _why(self, verdict: Verdict) -> str:
        """The first thing a verdict complains of, hidden checks told as well as they may be."""
        if verdict.message:
            return say(verdict.message, "en")
        missed = next((check for check in verdict.checks if check.outcome is not Outcome.PASSED), None)
        if missed is None:
            return "no check failed"
        said = say(missed.message, "en", self._facts.messages) if missed.message else missed.outcome.value
        return f"{missed.id}: {said}"

    # ---------- wrong answers ----------

    def _wrong_answers(self) -> Found:
        """Answers without code."""
        for wrong in self._content.wrong:
            verdict = self._grade(wrong.answer, self._seeds[0])
            yield from self._told(wrong, verdict.passed, verdict.misconception, self._seeds[0])

    def _told(self, wrong: WrongAnswer, passed: bool, named: str | None, seed: int) -> Found:
        id, accepted = wrong.misconception.id, wrong.misconception.accepted
        if accepted and not passed:
            yield (
                "accepted",
                f"wrong/{id} says accepted, but does not pass with seed {seed}. Correct it or remove accepted.",
            )
        if accepted:
            return
        if passed:
            yield "passes", f"wrong/{id} passes with seed {seed}. Add a case that tells it from a right answer."
        elif not self._same_words(named, id):
            what = f"is named {named}" if named else "is not told apart"
            yield (
                "named",
                f"wrong/{id} {what} with seed {seed}. Add a case on which it behaves like no other wrong answer.",
            )

    def _same_words(self, named: str | None, id: str) -> bool:
        if named is None:
            return False
        said, meant = self._facts.misconceptions[named], self._facts.misconceptions[id]
        return (said.headline, said.feedback) == (meant.headline, meant.feedback)

    def _over_seeds(self) -> Found:
        """Wrong answers on every seed, all of them in one cell a seed; and cases that no wrong answer fails."""
        settled: set[str] = set()
        blunt: dict[int, Planned] | None = None
        for seed in self._seeds:
            planned = plan(self._content, seed)
            everywhere = list(range(len(planned)))
            runs = detect.run_wrong(self._content, self._content.wrong, planned, everywhere, self._judge.run)
            if not any(one.ran is Ran.RETURNED for tried in runs for one in tried.values()):
                unloaded = list(self._unloaded())
                yield from unloaded
                if unloaded:
                    return
            attempts = [Attempt.of(planned, run) for run in runs]
            for wrong, attempt in zip(self._content.wrong, attempts, strict=True):
                found = [] if wrong.misconception.id in settled else list(self._tried(wrong, attempt, attempts, seed))
                settled |= {wrong.misconception.id} if found else set()
                yield from found
            dull = {i: planned[i] for i in everywhere if all(_passes(attempt, i) for attempt in attempts)}
            blunt = dull if blunt is None else {i: p for i, p in blunt.items() if i in dull}
        for index, p in (blunt or {}).items():
            number = index - min(i for i, other in enumerate(planned) if other.facts.id == p.facts.id) + 1
            yield (
                "blunt",
                f"case {number} of {p.facts.id} cannot tell any wrong answer from a right one. Change its inputs.",
            )

    def _unloaded(self) -> Found:
        """Wrong answers share a cell: one that cannot be loaded there costs all of them their names."""
        for wrong in self._content.wrong:
            limit = self._facts.cpu_s
            ran = self._judge.run(Job(wrong.source, self._facts.entry, (), cpu_s=limit, policy=False))
            if ran.loaded is not Ran.RETURNED:
                line = f", line {ran.load.line}" if ran.load and ran.load.line else ", line 1"
                said = f"{ran.load.type}: {ran.load.text}" if ran.load and ran.load.type else ran.loaded.value
                yield "loads", f"wrong/{wrong.misconception.id}.py{line}: it cannot be loaded ({said}). Correct it."

    def _tried(self, wrong: WrongAnswer, attempt: Attempt, attempts: Sequence[Attempt], seed: int) -> Found:
        passed = not attempt.failing(required=True)
        yield from self._told(wrong, passed, None if passed else self._named(wrong, attempt, attempts), seed)

    def _named(self, wrong: WrongAnswer, attempt: Attempt, attempts: Sequence[Attempt]) -> str | None:
        if self._content.right.diagnose:
            return self._content.right.diagnose(curves.report(wrong.source, attempt))
        known = {w.misconception.id: other.runs for w, other in zip(self._content.wrong, attempts, strict=True)}

        def runs_of(candidates: Sequence[WrongAnswer], places: Sequence[int]) -> list[dict[int, CaseRun]]:
            return [{place: known[w.misconception.id][place] for place in places} for w in candidates]

        found = detect.detect(self._content, attempt, runs_of)
        return found.misconception.id if found else None


def _told(error: ContentError, where: str = "") -> str:
    """The sentence without the exercise's name, which every finding begins with, and with the place where it showed."""
    text = str(error).split("/", 2)[-1]
    fact, _, remedy = text.rpartition("; ")
    return f"{fact} {where}; {remedy}" if where else text


def _passes(attempt: Attempt, place: int) -> bool:
    return judge_case(attempt.planned[place], attempt.runs[place]) is PASSED
