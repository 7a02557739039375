"""Which catalogued mistake is it? Wrong answers run on the same inputs, and one is named when it behaves the same.

Where values are wrong, behaviour is what comes back from every value case. Where all values are right, it is which
checks fail and what they say. Nothing else is evidence: no names in the source, no time-outs. No match, no name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from grader.catalog import WrongAnswer
from grader.judge.cases import Planned
from grader.judge.compare import is_close
from grader.judge.content import Content
from grader.judge.families import PASSED, CaseResult
from grader.judge.results import Judged, judge_check, settle
from grader.model import Outcome
from grader.sandbox.job import CaseRun, CellCase, Job, JobRun, Ran
from grader.wire import Array, Value

Run = Callable[[Job], JobRun]
RunsOf = Callable[[Sequence[WrongAnswer], Sequence[int]], "list[dict[int, CaseRun]]"]
"""Wrong answers and places of planned calls → for each answer its runs, by place."""

SILENT = (Ran.TIMEOUT, Ran.MEMORY, Ran.CRASHED, Ran.GARBLED, Ran.SKIPPED)
"""Endings that are no evidence of anything."""

_FIRST = 3
"""Cases on which all wrong answers are tried."""

PRESENTATION = {"line", "source", "text"}
_KINDS = {
    "dtype": re.compile(r"dtype|scalar type|\b(Double|Float|Long)\b"),
    "in place": re.compile(r"in-place|inplace"),
}
"""Exceptions that say one thing in many words."""

_LOADER = """
import functools
ENTRIES = []
for source in {sources!r}:
    names = {{"__name__": "submission", "torch": torch, "nn": nn, "F": F, "math": math}}
    # An author's catalogued wrong answer; this program runs in a jailed cell, as any submission does.
    exec(compile(source, "<wrong>", "exec"), names)
    ENTRIES.append(names[{entry!r}])
def entry_of_all(which, *args):
    return ENTRIES[which](*args)
"""
_PROBE = """
import functools
def all__{name}(entry, which, *args, **extra):
    return {name}(functools.partial(entry, which), *args, **extra)
"""


@dataclass(frozen=True)
class Attempt:
    """One program's way through the planned calls, and what the checks say of it."""

    planned: Sequence[Planned]
    runs: Mapping[int, CaseRun]
    judged: Mapping[str, Judged]

    @staticmethod
    def of(
        planned: Sequence[Planned], runs: Mapping[int, CaseRun], known: Mapping[str, Judged] | None = None
    ) -> Attempt:
        """Judge the calls that were made; `known` are checks that were judged already."""
        judged = dict(known or {})
        for id, group in by_check(planned):
            if id not in judged and all(i in runs for i, _ in group):
                judged[id] = judge_check([p for _, p in group], [runs[i] for i, _ in group])
        return Attempt(planned, runs, settle(judged, planned, runs))

    def beside(self, runs: Mapping[int, CaseRun]) -> Attempt:
        """Another program's way through the same calls, or through some whole checks of them."""
        return Attempt.of(self.planned, runs)

    @property
    def value_places(self) -> list[int]:
        """Places of the calls whose values decide: those of required value checks."""
        return [i for i, p in enumerate(self.planned) if p.check.family == "values" and p.facts.required]

    def failing(self, *, required: bool) -> dict[str, Any]:
        """Checks that did not pass → what they say, apart from where in the source."""
        missed = (j for j in self.judged.values() if j.result is not PASSED and j.facts.required == required)
        return {j.facts.id: _saying(j) for j in missed}


def by_check(planned: Sequence[Planned]) -> list[tuple[str, list[tuple[int, Planned]]]]:
    """Calls with their places, check by check, in order."""
    groups: dict[str, list[tuple[int, Planned]]] = {}
    for index, p in enumerate(planned):
        groups.setdefault(p.facts.id, []).append((index, p))
    return list(groups.items())


def detect(content: Content, mine: Attempt, runs_of: RunsOf) -> WrongAnswer | None:
    """The catalogued mistake that a failed submission made, or None."""
    candidates = [wrong for wrong in content.wrong if not wrong.misconception.accepted]
    failing = [i for i in mine.value_places if not _passed(mine.planned[i], mine.runs[i])]
    alike = _behave_alike(candidates, mine, failing, runs_of) if failing else _say_alike(candidates, mine, runs_of)
    return _most_specific(alike, mine, runs_of)


def notes(content: Content, mine: Attempt, runs_of: RunsOf, source: str) -> list[WrongAnswer]:
    """Accepted entries that fail the same advisory checks, or are another way to be right.

    With a reference all right answers return the same: there the author's `look` must find the way in the source, and
    nothing runs twice for a submission that passes. Without one, what is returned tells it from the model answer.
    """
    accepted = [wrong for wrong in content.wrong if wrong.misconception.accepted]
    if mine.failing(required=False):
        return _say_alike(accepted, mine, runs_of, required=False) if accepted else []
    is_unique = content.right.reference is not None
    if is_unique:
        accepted = [wrong for wrong in accepted if line_of(wrong, source)]
    if not accepted:
        return []
    model = replace(accepted[0], source=str(content.solution))
    (own, *others) = runs_of([model, *accepted], range(len(mine.planned)))
    if not is_unique and _return_alike(mine, own):
        return []
    alike = [(wrong, runs) for wrong, runs in zip(accepted, others, strict=True) if _return_alike(mine, runs)]
    return [wrong for wrong, runs in alike if not mine.beside(runs).failing(required=False)]


def _return_alike(mine: Attempt, theirs: Mapping[int, CaseRun]) -> bool:
    """The same values from every call."""
    return all(likeness(mine.runs[place], run, mine.planned[place]) == 2 for place, run in theirs.items())


def run_wrong(
    content: Content, wrong: Sequence[WrongAnswer], planned: Sequence[Planned], places: Sequence[int], run: Run
) -> list[dict[int, CaseRun]]:
    """All these wrong answers together in one cell → for each, its runs by place."""
    if not wrong or not places:
        return [{} for _ in wrong]
    names = sorted({p.check.probe for p in planned if p.check.probe})
    probe = "".join([content.probe or "", *(_PROBE.format(name=name) for name in names)])
    chosen = [planned[place].cell for place in places]
    cases = tuple(_for_one(cell, which) for which in range(len(wrong)) for cell in chosen)
    source = _LOADER.format(sources=[w.source for w in wrong], entry=content.facts.entry)
    limit = content.facts.cpu_s
    ran = run(Job(source, "entry_of_all", cases, probe_source=probe or None, cpu_s=limit, policy=False, total_s=60.0))
    size = len(places)
    return [{place: _own(ran.cases[w * size + n]) for n, place in enumerate(places)} for w in range(len(wrong))]


def _for_one(cell: CellCase, which: int) -> CellCase:
    """The call, with the number of the wrong answer that is meant in front."""
    return replace(cell, args=[which, *cell.args], prints=False, probe=cell.probe.replace("probe:", "probe:all__"))


def line_of(wrong: WrongAnswer, source: str) -> int | None:
    """The first line of the learner's code that matches where the author says to look."""
    if not wrong.look:
        return None
    lines = (line[:500] for line in source.splitlines())
    return next((n for n, line in enumerate(lines, 1) if re.search(wrong.look, line)), None)


def _own(run: CaseRun) -> CaseRun:
    """The run without the number that told the wrong answers apart."""
    value = run.value
    if isinstance(value, dict) and isinstance(value.get("grads"), list):
        value = {**value, "grads": value["grads"][1:]}
    return replace(run, value=value, args_after=run.args_after[1:])


def _passed(planned: Planned, run: CaseRun) -> bool:
    return judge_check([planned], [run]).result is PASSED


def _behave_alike(
    candidates: Sequence[WrongAnswer], mine: Attempt, failing: Sequence[int], runs_of: RunsOf
) -> list[WrongAnswer]:
    """Those that are right and wrong alike on every value case. All are tried on a few cases, few on all of them."""
    first = list(failing[:_FIRST])
    rest = [i for i in mine.value_places if i not in first]
    tried = zip(candidates, runs_of(candidates, first), strict=True)
    left = [(wrong, runs) for wrong, runs in tried if _nearness(mine, runs)]
    more = runs_of([wrong for wrong, _ in left], rest)
    return [wrong for (wrong, runs), others in zip(left, more, strict=True) if _is_match(mine, runs | others)]


def _nearness(mine: Attempt, theirs: Mapping[int, CaseRun]) -> list[int] | None:
    """How alike the failing cases are, each above 0; None when one differs or is right in one program only."""
    near = []
    for place, run in theirs.items():
        planned, own = mine.planned[place], mine.runs[place]
        right = _passed(planned, own)
        if right != _passed(planned, run):
            return None
        if not right:
            near.append(likeness(own, run, planned))
    return near if min(near, default=1) > 0 else None


def _is_match(mine: Attempt, theirs: Mapping[int, CaseRun]) -> bool:
    """Alike everywhere, with wrong values to show for it, or else the same words of every exception."""
    near = _nearness(mine, theirs)
    returned = any(run.ran is Ran.RETURNED and not _passed(mine.planned[i], run) for i, run in theirs.items())
    return bool(near) and (returned or min(near or [0]) == 2)


def likeness(mine: CaseRun, theirs: CaseRun, planned: Planned) -> int:
    """0 different · 1 the same type of exception · 2 the same values or text. A wrong shape alone is no likeness."""
    if mine.ran is not theirs.ran or mine.ran in SILENT:
        return 0
    if mine.ran is Ran.RETURNED:
        return 2 * _alike(mine.value, theirs.value, planned.tolerance)
    a, b = mine.error, theirs.error
    if a is None or b is None or a.type != b.type or a.code != b.code:
        return 0
    return 2 if a.text == b.text else 1


def _alike(a: Value, b: Value, tolerance: float) -> bool:
    """The same values whatever the dtype; a number is a tensor without axes."""
    if isinstance(a, (Array, int, float)) and isinstance(b, (Array, int, float)):
        x, y = (v.numpy() if isinstance(v, Array) else np.asarray(v) for v in (a, b))
        if x.shape != y.shape:
            return False
        if x.dtype.kind == "c" or y.dtype.kind == "c":
            return bool(np.array_equal(x, y))
        return bool(is_close(x.astype(np.float64), y.astype(np.float64), tolerance).all())
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(_alike(x, y, tolerance) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_alike(a[key], b[key], tolerance) for key in a)
    return type(a) is type(b) and a == b


def _say_alike(
    candidates: Sequence[WrongAnswer], mine: Attempt, runs_of: RunsOf, *, required: bool = True
) -> list[WrongAnswer]:
    """Those with right values of which the same checks fail and say the same. Tried first on the checks that fail."""
    saying = mine.failing(required=required)
    if not saying or any(isinstance(said, Outcome) for said in saying.values()):
        return []
    first = [i for i, p in enumerate(mine.planned) if p.facts.id in saying]
    rest = [i for i in range(len(mine.planned)) if i not in set(first)]
    tried = zip(candidates, runs_of(candidates, first), strict=True)
    left = [(wrong, runs) for wrong, runs in tried if mine.beside(runs).failing(required=required) == saying]
    fits = []
    for (wrong, known), more in zip(left, runs_of([wrong for wrong, _ in left], rest), strict=True):
        theirs = mine.beside(known | more)
        values_right = all(_passed(mine.planned[i], theirs.runs[i]) for i in mine.value_places)
        clean = required or not theirs.failing(required=True)
        if values_right and clean and theirs.failing(required=required) == saying:
            fits.append(wrong)
    return fits


def _saying(judged: Judged) -> Any:
    """What a failed check says, and each of its calls; an Outcome where one says nothing that could be evidence."""
    said = [_said(result) for result in (judged.result, *judged.results)]
    return next((word for word in said if isinstance(word, Outcome) and word is not Outcome.PASSED), said)


def _said(result: CaseResult) -> Any:
    """A message without what depends on how the program is written."""
    message = result.message
    if message is None or message.code.startswith("stopped."):
        return result.outcome
    if message.code.startswith("error.raised"):
        text = str(message.args.get("text", ""))
        kind = next((kind for kind, pattern in _KINDS.items() if pattern.search(text)), text)
        return "error.raised", message.args.get("type"), kind
    if message.code in ("rule.convolution", "values.precision") or message.code.startswith("rule.vectorized"):
        return message.code
    args = {key: _rounded(value) for key, value in message.args.items() if key not in PRESENTATION}
    return message.code, sorted(args.items(), key=lambda item: item[0])


def _rounded(value: Any) -> Any:
    """Numbers to three digits: two ways to compute one thing differ in the last ones."""
    if isinstance(value, str) and re.fullmatch(r"[−-]?\d+(\.\d+)?(e[+−-]?\d+)?", value):
        value = float(value.replace("−", "-"))
    return float(f"{value:.3g}") if isinstance(value, float) else value


def _most_specific(fits: Sequence[WrongAnswer], mine: Attempt, runs_of: RunsOf) -> WrongAnswer | None:
    """The only one; or, of several with different words, the one that is nearer in something and farther in nothing."""
    if len({(fit.misconception.headline, fit.misconception.feedback) for fit in fits}) <= 1:
        return fits[0] if fits else None
    near = [
        [likeness(mine.runs[place], run, mine.planned[place]) for place, run in runs.items()]
        for runs in runs_of(fits, range(len(mine.planned)))
    ]
    for wrong, own in zip(fits, near, strict=True):
        others = [other for other in near if other is not own]
        if all(own != other and all(a >= b for a, b in zip(own, other, strict=True)) for other in others):
            return wrong
    return None
