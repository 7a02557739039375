"""The panel's states: what will be checked, checking, not yet, solved, our fault. Each is a head over the same rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from grader.course import JobState
from grader.model import Exercise, Mode, Outcome, Verdict
from ui.parts import growing
from ui.parts.markup import Html, escape
from ui.parts.results import NOTHING, bar, happened, head, listed, prints, rows, score, section, spoken
from ui.parts.services import services
from ui.parts.speak import h, t
from ui.parts.terms import is_veiled, veil_said

GraderState = Literal["starting", "ready", "offline"]
_FILE = {Outcome.ERROR, Outcome.REFUSED, Outcome.TIMEOUT, Outcome.MEMORY}
_STOPPED = {Outcome.TIMEOUT, Outcome.MEMORY, Outcome.INTERNAL}


@dataclass(frozen=True)
class Panel:
    """A panel in two parts, so that charts may stand between them."""

    top: Html
    checks: Html
    said: str = ""
    """The same in one sentence, for screen readers."""


def idle(exercise: Exercise) -> Panel:
    """Before the first run: what will be checked."""
    key = "panel.idle.code" if exercise.kind.is_code else "panel.idle.answer"
    points = Html(f"{exercise.points} <small>{h('word.points')}</small>")
    top = head("idle", h("panel.idle"), h(key, n=len(exercise.checks)), points)
    return Panel(Html(top + bar()), listed(rows(exercise, ()), exercise))


def checking(exercise: Exercise, job: JobState, grader: GraderState) -> Panel:
    """While checks run: the rows fill in, the bar grows."""
    total = max(job.of, 1)
    if job.status == "queued":
        title, sub = _waiting(job, grader)
    else:
        title = h("panel.now", n=min(job.done + 1, total), of=total)
        sub = growing.epoch(job) or h("panel.now.run" if job.mode is Mode.RUN else "panel.now.sub")
    top = head("now", title, sub, growing.line(job))
    listing = listed(rows(exercise, job.checks, running=job.status == "checking", mode=job.mode), exercise)
    return Panel(Html(top + bar(job.done, total)), listing)


def _waiting(job: JobState, grader: GraderState) -> tuple[Html, Html]:
    if grader != "ready":
        return h("panel.queued"), h(f"panel.{grader}")
    sub = h("panel.queued.place", n=job.place) if job.place else h("panel.now.sub")
    return h("panel.queued"), sub


def finished(exercise: Exercise, verdict: Verdict, attempts: int) -> Panel:
    """The verdict, what happened, and the checks; for a solved exercise the head is the solved band."""
    if is_veiled(verdict):
        return _veiled(exercise, verdict, attempts)
    is_unrun = _is_unrun(verdict)
    shown = rows(exercise, () if is_unrun else verdict.checks, mode=verdict.mode)
    listing = listed(shown, exercise, final=verdict.mode is Mode.SUBMIT, is_unrun=is_unrun)
    if is_solved(verdict):
        return Panel(
            happened(verdict, exercise), listing, t("panel.solved", score=verdict.score, max=verdict.max_score)
        )
    if verdict.outcome is Outcome.INTERNAL:
        return _our_fault(exercise, verdict)
    title = _title(verdict)
    sign = "pass" if verdict.passed else "stop" if verdict.outcome in _STOPPED else "fail"
    got = NOTHING if verdict.mode is Mode.RUN else score(verdict.score, verdict.max_score)
    top = head(sign, escape(title), _sub(exercise, verdict, attempts), got) + bar() + happened(verdict, exercise)
    return Panel(Html(top + prints(verdict.stdout)), listing, title)


def _veiled(exercise: Exercise, verdict: Verdict, attempts: int) -> Panel:
    """What the visible checks found, and from when on the hidden ones are shown."""
    done, of = sum(check.outcome is Outcome.PASSED for check in verdict.checks), len(verdict.checks)
    key = "terms.veil.title" if not of else "terms.veil.passed" if done == of else "terms.veil.failed"
    title, sub = t(key, done=done, of=of), h("terms.veil.sub", n=attempts, veil=veil_said(verdict))
    top = head("idle" if done == of else "fail", escape(title), sub) + bar() + prints(verdict.stdout)
    return Panel(Html(top), listed(rows(exercise, verdict.checks, is_veiled=True), exercise, final=True), title)


def _is_unrun(verdict: Verdict) -> bool:
    """The file itself is what is wrong: no check could run, so none is marked red."""
    return verdict.message is not None and verdict.outcome in _FILE and not any(c.points for c in verdict.checks)


def is_solved(verdict: Verdict) -> bool:
    """A submission that passes; a run decides nothing."""
    return verdict.passed and verdict.mode is Mode.SUBMIT


def _title(verdict: Verdict) -> str:
    shown = [c for c in verdict.checks if not (verdict.mode is Mode.RUN and c.hidden)]
    done = sum(c.outcome is Outcome.PASSED for c in shown)
    if verdict.message and verdict.message.code.startswith(("load.", "form.empty")):
        return t("panel.load")
    if verdict.outcome not in (Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED):
        return t(f"panel.{verdict.outcome}")
    if verdict.mode is Mode.RUN:
        if not shown:
            return t("panel.ran.none")
        return t("panel.ran.passed") if done == len(shown) else t("panel.ran.failed", done=done, of=len(shown))
    return t("panel.failed", done=done, of=len(shown)) if len(shown) > 1 else t("panel.failed.one")


def took(verdict: Verdict) -> str:
    """How long the check took, without the wait for others and for a judge: 38 ms, 8.0 s."""
    times = verdict.timings_ms
    ms = max(1, round(times.get("total", 0) - times.get("queue", 0)))
    return t("panel.took.ms", n=ms) if ms < 1000 else t("panel.took.s", n=f"{ms / 1000:.1f}")


def _sub(exercise: Exercise, verdict: Verdict, attempts: int) -> Html:
    if verdict.mode is Mode.RUN:
        return h("panel.ran.sub", took=took(verdict), n=len(exercise.checks))
    return h("panel.attempt", n=attempts, took=took(verdict))


def _our_fault(exercise: Exercise, verdict: Verdict) -> Panel:
    """No rows turn red for a fault of ours; the message carries the reference, or for the author alone what to mend."""
    is_others = verdict.message is not None and "fault" in verdict.message.args and bool(services().settings.hosts)
    sub = (not is_others and spoken(verdict.message, exercise)) or h("panel.internal.sub")
    top = head("stop", h("panel.internal"), sub)
    return Panel(Html(top + bar()), listed(rows(exercise, ()), exercise), t("panel.internal"))


def whole(panel: Panel, *, joined: bool = False) -> Html:
    """Both parts in one frame."""
    return section(panel.top, panel.checks, joined=joined)
