"""Looking back: attempts with what changed between them. Learner text, so everything is escaped plain text."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence

from grader.course import Attempt
from grader.model import Exercise, Outcome
from ui.parts.icons import icon
from ui.parts.markup import Html, escape, join
from ui.parts.results import code
from ui.parts.speak import h, lang, of
from ui.parts.statement import answer_text, when
from ui.parts.terms import is_veiled

_SIGNS = {
    Outcome.PASSED: ("pass", "passed"),
    Outcome.FAILED: ("fail", "failed"),
    None: ("now", "checking"),
    Outcome.SKIPPED: ("wait", "kept"),
}
_STOPPED = ("stop", "stopped")
_CONTEXT = 2
_LONGEST = 400
"""Lines shown of one answer; what is longer is cut, the export has it all."""


def listed(
    exercise: Exercise, attempts: Sequence[Attempt], more: Callable[[Attempt], Html] = lambda _: Html("")
) -> Html:
    """Attempts, newest first, the newest one open. `more` is said of each besides, under its answer."""
    by_number = {attempt.number: attempt for attempt in attempts}
    items = (_attempt(exercise, one, by_number.get(one.number - 1), one is attempts[0], more(one)) for one in attempts)
    return Html(f"<section class='kd-panel kd-attempts'>{join(items)}</section>")


def _attempt(exercise: Exercise, one: Attempt, before: Attempt | None, is_open: bool, more: Html) -> Html:
    """One line that opens: sign, word, time, points; inside, what changed and the whole answer."""
    sign, word = _SIGNS.get(one.verdict.outcome if one.verdict else None, _STOPPED)
    is_told = one.verdict and not is_veiled(one.verdict)
    score = h("progress.score", score=one.verdict.score, max=one.verdict.max_score) if one.verdict and is_told else ""
    head = (
        f"<span class='kd-i'>{icon(sign)}</span><span class='kd-st'>{h(f'progress.{word}')}</span>"
        f"<span class='kd-n'>{h('progress.attempt', n=one.number)} <small>{escape(when(one.at, lang()))}</small></span>"
        f"<span class='kd-pts'>{score}</span><span class='kd-chev'>{icon('down')}</span>"
    )
    return Html(
        f"<details class='kd-{sign}'{' open' if is_open else ''}><summary><div class='kd-c'>{head}</div></summary>"
        f"<div class='kd-detail'>{_inside(exercise, one, before)}{more}</div></details>"
    )


def _inside(exercise: Exercise, one: Attempt, before: Attempt | None) -> Html:
    new = _text(exercise, one)
    named = exercise.misconceptions.get((one.verdict and one.verdict.misconception) or "")
    why = f"<p class='kd-msg'>{escape(of(named.headline))}</p>" if named else ""
    if before is None:
        return Html(f"{why}<p class='kd-meta'>{h('progress.first')}</p>{code(new)}")
    difference = changed(_text(exercise, before), new)
    said = h("progress.changed" if difference else "progress.same", n=before.number)
    whole = f"<details class='kd-whole'><summary>{h('progress.answer')}</summary>{code(new)}</details>"
    return Html(f"{why}<p class='kd-meta'>{said}</p>{difference or ''}{whole}")


def _text(exercise: Exercise, attempt: Attempt) -> str:
    """An answer as text, cut where it is very long."""
    code_given = exercise.kind.is_code and isinstance(attempt.answer, str)
    lines = (attempt.answer if code_given else answer_text(exercise, attempt.answer)).splitlines()
    return "\n".join([*lines[:_LONGEST], "…"] if len(lines) > _LONGEST else lines)


def changed(before: str, after: str) -> Html | None:
    """The lines that went and came, with a sign and a word for each. None where nothing changed."""
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=_CONTEXT))[2:]
    return Html(f"<pre class='kd-pre kd-diff' tabindex='0'>{join(map(_line, lines))}</pre>") if lines else None


def _line(line: str) -> Html:
    sign, text = line[:1], escape(line[1:])
    if sign == "@":
        return Html("<span class='gap' aria-hidden='true'>⋯</span>")
    if sign not in "+-":
        return Html(f"<span>  {text}\n</span>")
    tag, word, mark = ("ins", "progress.added", "+") if sign == "+" else ("del", "progress.removed", "−")
    return Html(f"<{tag}><b aria-hidden='true'>{mark} </b><span class='kd-sr'>{h(word)}: </span>{text}\n</{tag}>")
