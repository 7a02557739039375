"""The result panel: verdict line, what happened, list of checks. One panel whose rows stay while checks run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.model import CheckFacts, CheckResult, Exercise, Lang, Message, Mode, Outcome, Verdict
from grader.words import plain, say
from ui.parts.icons import icon
from ui.parts.markup import Html, emphasise, escape, join
from ui.parts.matrices import difference, inputs
from ui.parts.speak import h, lang, of, t

NOTHING = Html("")
FOLD = 3
"""So many passed checks become one line once the verdict is there."""
_SIGNS: Mapping[str, str] = {
    **{Outcome.PASSED: "pass", Outcome.FAILED: "fail", Outcome.ERROR: "fail", Outcome.REFUSED: "fail"},
    **{Outcome.TIMEOUT: "stop", Outcome.MEMORY: "stop", Outcome.INTERNAL: "stop", Outcome.SKIPPED: "skip"},
    **{"now": "now", "wait": "wait", "veiled": "skip"},
}


def spoken(message: Message | None, exercise: Exercise) -> Html:
    """A message of the judge as escaped text: its arguments may be a learner's."""
    return escape(say(message, lang(), exercise.messages)) if message else NOTHING


# ---------- The verdict line ----------


def head(sign: str, title: Html, sub: Html, score: Html = NOTHING) -> Html:
    """A round sign, a bold line, a quiet line under it, the score at the right."""
    right = f"<span class='kd-score'>{score}</span>" if score else ""
    return Html(
        f"<div class='kd-verdict'><span class='kd-sign {sign}'>{icon('wait' if sign == 'idle' else sign)}</span>"
        f"<div class='kd-grow'><h2 class='kd-t'>{title}</h2><p class='kd-s'>{sub}</p></div>{right}</div>"
    )


def bar(done: int = 0, total: int = 0) -> Html:
    """Three pixels that are always there: a hairline at rest, a bar while checks run, so that nothing below it moves."""
    if not total:
        return Html("<div class='kd-bar'></div>")
    return Html(
        f"<div class='kd-bar' role='progressbar' aria-label='{h('panel.bar')}' aria-valuemin='0' aria-valuemax='{total}' "
        f"aria-valuenow='{done}'><i style='--w:{round(100 * done / total)}%'></i></div>"
    )


def score(got: int, most: int) -> Html:
    """6 / 13."""
    return Html(f"{got} <small>/ {most}</small>")


# ---------- What happened ----------


def callout(label: str, headline: Html, text: Html) -> Html:
    """The amber box over the list: never red, never a reproach."""
    gap = "" if not headline or headline.endswith("。") else " "  # a Chinese full stop brings its own space
    bold = f"<span class='kd-t'>{headline}</span>{gap}" if headline else ""
    return Html(f"<div class='kd-note'><span class='kd-k'>{escape(label)}</span>{bold}{text}</div>")


def happened(verdict: Verdict, exercise: Exercise) -> Html:
    """The named misconception, or what is said of the whole submission; then the notes of accepted answers."""
    parts = []
    named = exercise.misconceptions.get(verdict.misconception or "")
    if named and not verdict.passed:
        text = join([emphasise(escape(of(named.feedback))), look_at(verdict.misconception_line)])
        parts.append(callout(t("panel.happened"), emphasise(escape(of(named.headline))), text))
    elif verdict.message and verdict.outcome is not Outcome.PASSED:
        parts.append(callout(t("panel.happened"), NOTHING, spoken(verdict.message, exercise)))
    for name in verdict.notes:
        if note := exercise.misconceptions.get(name):
            headline, text = (emphasise(escape(of(part))) for part in (note.headline, note.feedback))
            parts.append(callout(t("panel.note"), headline, text))
    return join(parts)


def look_at(line: int | None) -> Html:
    """Look at line 3."""
    return Html(f"{' ' if lang() == 'en' else ''}{h('panel.look', line=line)}") if line else NOTHING


# ---------- The checks ----------


@dataclass(frozen=True)
class Row:
    """One check as it stands now. `state` is an outcome, `now` or `wait`."""

    facts: CheckFacts
    state: str
    result: CheckResult | None = None
    is_open: bool = False


def rows(
    exercise: Exercise,
    results: Sequence[CheckResult],
    *,
    running: bool = False,
    mode: Mode | None = None,
    is_veiled: bool = False,
) -> list[Row]:
    """Every check of the exercise in its own order; what a run leaves out stays to do."""
    found = {result.id: result for result in results}
    left = [f for f in exercise.checks if f.id not in found and not (mode is Mode.RUN and f.hidden)]
    made: list[Row] = []
    opened = False
    for facts in exercise.checks:
        result = found.get(facts.id)
        if result is None or (mode is Mode.RUN and facts.hidden):
            is_now = running and left[:1] == [facts]
            made.append(Row(facts, "now" if is_now else "veiled" if is_veiled and facts.hidden else "wait"))
            continue
        opens = not running and not opened and result.outcome is not Outcome.PASSED and not facts.hidden
        opened = opened or opens
        made.append(Row(facts, result.outcome, result, opens))
    return made


def listed(shown: Sequence[Row], exercise: Exercise, *, final: bool = False, is_unrun: bool = False) -> Html:
    """The list. Final, what passed is folded into one line under what did not. `is_unrun`: no check could run at all."""
    passed = [row for row in shown if row.state == Outcome.PASSED]
    if is_unrun:
        return _folded(shown, exercise, "skip", t("word.refused"), 0)
    if not final or len(passed) < FOLD:
        return Html(
            f"<div role='list' class='kd-checks'>{join(_item(row, exercise) for row in shown)}</div>{_legend(shown, exercise)}"
        )
    rest = [row for row in shown if row not in passed]
    outside = _legend(rest, exercise)
    fold = _folded(
        passed, exercise, "pass", t("word.passed"), sum(row.facts.points for row in passed), legend=not outside
    )
    others = f"<div role='list' class='kd-checks'>{join(_item(row, exercise) for row in rest)}</div>" if rest else ""
    return Html(f"{others}{fold}{outside}")


def _folded(
    inside: Sequence[Row], exercise: Exercise, sign: str, word: str, points: int, *, legend: bool = True
) -> Html:
    """Many checks that ended alike, in one line that opens."""
    of_points = sum(row.facts.points for row in inside)
    line = _line(sign, word, h("panel.fold", n=len(inside)), f"{points} / {of_points}", folds=True)
    inner = f"<div role='list'>{join(_item(row, exercise) for row in inside)}</div>{_legend(inside, exercise) if legend else ''}"
    return Html(
        f"<div class='kd-checks'><details class='kd-{sign} kd-fold'><summary>{line}</summary>{inner}</details></div>"
    )


def _legend(shown: Sequence[Row], exercise: Exercise) -> Html:
    """What the lock means, once. An answer without code has no inputs that could be hidden."""
    if not exercise.kind.is_code or not any(row.facts.hidden for row in shown):
        return NOTHING
    return Html(f"<p class='kd-legend'>{icon('lock')} {h('panel.lock')}</p>")


def _item(row: Row, exercise: Exercise) -> Html:
    sign = _SIGNS[row.state]
    body = _body(row.result, exercise) if row.result else NOTHING
    said = f"{row.result.points} / {row.facts.points}" if row.result else str(row.facts.points)
    line = _line(sign, t(f"word.{row.state}"), _name(row.facts, exercise), said, folds=bool(body))
    if not body:
        return Html(f"<div role='listitem' class='kd-{sign}'>{line}</div>")
    is_open = " open" if row.is_open else ""
    return Html(
        f"<div role='listitem' class='kd-{sign}'><details{is_open}><summary>{line}</summary>"
        f"<div class='kd-detail'>{body}</div></details></div>"
    )


def _name(facts: CheckFacts, exercise: Exercise) -> Html:
    lock = f"\u00a0<span class='kd-lock'>{icon('lock')}<span class='kd-sr'> {h('word.hidden')}</span></span>"
    lock = lock if facts.hidden and exercise.kind.is_code else ""
    extra = "" if facts.required else f" <small>{h('word.extra')}</small>"
    return Html(f"{escape(of(facts.title))}{extra}{lock}")


def _line(sign: str, word: str, name: Html, points: str, *, folds: bool) -> Html:
    chevron = f"<span class='kd-chev'>{icon('down')}</span>" if folds else "<span class='kd-chev'></span>"
    return Html(
        f"<div class='kd-c'><span class='kd-i'>{icon(sign)}</span><span class='kd-st'>{escape(word)}</span>"
        f"<span class='kd-n'>{name}</span><span class='kd-pts'>{points}<span class='kd-sr'> {h('word.points')}</span></span>{chevron}</div>"
    )


def _body(result: CheckResult, exercise: Exercise) -> Html:
    """Which case, what happened, expected / got / difference, and the inputs on request."""
    if result.outcome is Outcome.PASSED or not (result.message or result.expected):
        return NOTHING
    gap = " " if lang() == "en" else ""
    case = f"<b>{h('panel.case', case=say(result.case, lang(), exercise.messages))}</b>{gap}" if result.case else ""
    args = result.message.args if result.message else {}
    is_plain = result.message is not None and result.message.code == "values"
    drawn = NOTHING
    if result.expected and result.got:
        drawn = difference(
            result.expected, result.got, count=args.get("count"), says_first=is_plain or "at" not in args
        )
    count = h("panel.values", count=args.get("count", "?"), of=args.get("of", "?"))
    said = count if drawn and is_plain else spoken(result.message, exercise)
    parts = [Html(f"<p class='kd-msg'>{case}{said}</p>"), drawn]
    if result.inputs and (given := inputs(result.inputs, _argument_names(exercise))):
        parts.append(
            Html(f"<details class='kd-inputs'><summary>{h('panel.inputs')} {icon('down')}</summary>{given}</details>")
        )
    return join(parts)


def _argument_names(exercise: Exercise) -> list[str]:
    """The parameter names of the entry, as the starter writes them; X, K where it is not plain to see."""
    _, found, after = exercise.starter.partition(f"def {exercise.entry}(")
    names = [name.split(":")[0].split("=")[0].strip(" *\n") for name in after.partition(")")[0].split(",")]
    return [name for name in names if name not in ("", "self")] if found else ["X", "K"]


# ---------- Code and prints, as plain text ----------


def prints(text: str) -> Html:
    """What the code printed: the learner's text, shown as plain text and nothing else."""
    if not text.strip():
        return NOTHING
    return Html(f"<details open class='kd-prints'><summary>{h('panel.prints')}</summary>{code(text)}</details>")


def code(text: str, cut: int = 65536) -> Html:
    """Any code or output as an escaped block that scrolls by itself."""
    return Html(f"<pre class='kd-pre' tabindex='0'>{escape(plain(text, cut))}</pre>")


def program(text: str) -> Html:
    """Code beside other code: in a narrow column a long line goes on below, indented further than its own line."""
    lines = plain(text, 65536).split("\n")
    rows = (f"<span style='--in:{len(row) - len(row.lstrip(' '))}ch'>{escape(row) or ' '}</span>" for row in lines)
    return Html(f"<pre class='kd-pre kd-program' tabindex='0'>{''.join(rows)}</pre>")


def section(*parts: Html, joined: bool = False, goes_on: bool = False) -> Html:
    """The panel around its parts. `joined`: it hangs under the solved band. `goes_on`: the second frame of one result."""
    tag, label = ("div", "") if goes_on else ("section", f" aria-label='{h('panel.label')}'")
    name = "kd-panel joined" if joined else "kd-panel"
    return Html(f"<{tag} class='{name}'{label} lang='{_tag(lang())}'>{join(parts)}</{tag}>")


def _tag(language: Lang) -> str:
    return "zh-CN" if language == "zh" else "en"
