"""Calls → checks → points. A hidden check tells its outcome and what kind of thing went wrong, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from grader.judge.arrays import matrix_of
from grader.judge.cases import Planned
from grader.judge.families import PASSED, CaseResult, judge_all_at_once, judge_case
from grader.judge.recorded import forbidden
from grader.model import CheckFacts, CheckResult, Matrix, Message, Outcome
from grader.sandbox.job import CaseRun

UNTOLD = {
    "type.none": "type.none",
    "gradient.cut": "gradient.cut",
    "rule.changed": "hidden.changed",
    "rule.products": "hidden.products",
    "rule.products.none": "hidden.products",
    "rule.products.beside": "hidden.products",
    "rule.convolution": "hidden.convolution",
    "rule.unfold": "rule.unfold",
    "rule.autograd": "rule.autograd",
    "rule.vectorized": "hidden.vectorized",
    "rule.vectorized.all": "hidden.vectorized",
    "rule.vectorized.read": "hidden.vectorized",
    "rule.vectorized.read.all": "hidden.vectorized",
    "skipped.values": "skipped.values",
}
"""Codes of a public check → of a hidden one. What is not here is known by its first word; see `untold`."""

TELLING = (
    "a leaf Variable that requires grad is being used in an in-place operation",
    "a view of a leaf Variable that requires grad is being used in an in-place operation",
    "one of the variables needed for gradient computation has been modified by an inplace operation",
    "view size is not compatible with input tensor's size and stride",
    "element 0 of tensors does not require grad and does not have a grad_fn",
    "grad can be implicitly created only for scalar outputs",
)
"""Beginnings of torch's own texts that hold no value of an input: they may be told of hidden checks too."""

FAMILIES_UNTOLD = {"type", "shape", "length", "dtype", "finite", "values", "gradient"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A check, before anything is hidden: the call that decided, and what it showed."""

    facts: CheckFacts
    result: CaseResult
    planned: Planned | None = None
    results: tuple[CaseResult, ...] = ()
    """Of every call."""


def judge_check(planned: Sequence[Planned], runs: Sequence[CaseRun]) -> Judged:
    """The first call that did not pass decides; one that was skipped only where no other failed."""
    results = [judge_case(p, run) for p, run in zip(planned, runs, strict=True)]
    facts = planned[0].facts
    order = sorted((r.outcome is Outcome.SKIPPED, r.waits, index) for index, r in enumerate(results) if r is not PASSED)
    if order:
        index = order[0][2]
        return Judged(facts, results[index], planned[index], tuple(results))
    if planned[0].check.all_at_once:
        return Judged(facts, judge_all_at_once(planned, runs))
    return Judged(facts, PASSED, None, tuple(results))


def settle(judged: Mapping[str, Judged], planned: Sequence[Planned], runs: Mapping[int, CaseRun]) -> dict[str, Judged]:
    """What only all calls together can say: an operation that ran anywhere, and rules that wait for the values."""
    ops = {name: count for run in runs.values() for name, count in run.ops.items() if count > 0}
    family = {p.facts.id: p.check.family for p in planned}
    values_right = all(j.result is PASSED for id, j in judged.items() if family[id] == "values")
    settled = {}
    for id, check in judged.items():
        result = check.result
        if (result is PASSED or result.waits) and (found := forbidden(family[id], ops)):
            result = CaseResult(Outcome.FAILED, found)
        elif result.waits and not values_right:
            result = CaseResult(Outcome.SKIPPED, Message("skipped.values"))
        settled[id] = replace(check, result=result)
    return settled


def is_settled(check: Judged, family: str) -> bool:
    """Whether no other call can change this check, so that it may be shown while the rest still run."""
    return not check.result.waits and not (check.result is PASSED and family in ("no_convolution", "no_unfold"))


def check_result(check: Judged) -> CheckResult:
    """One line of the verdict. Of a hidden check nothing that was an input, a value or a print."""
    facts, result, planned = check.facts, check.result, check.planned
    passed = result.outcome is Outcome.PASSED
    line = CheckResult(
        facts.id,
        result.outcome,
        facts.points if passed else 0,
        facts.points,
        facts.hidden,
        facts.required,
        result.message,
    )
    if facts.hidden:
        return replace(line, message=untold(result.message))
    shown = planned is not None and result.outcome is not Outcome.SKIPPED
    return replace(
        line,
        case=planned.name if planned and shown else None,
        expected=result.expected,
        got=result.got,
        inputs=_inputs(planned) if planned and shown else (),
    )


def untold(message: Message | None) -> Message | None:
    """What may be said of a hidden check: the kind of fault; of an exception its type and line, of its text only what is fixed."""
    if message is None:
        return None
    word = message.code.split(".")[0]
    if message.code.startswith("error.raised"):
        kept = {key: message.args[key] for key in ("type", "line") if key in message.args}
        code = "hidden.raised" if "line" in kept else "hidden.raised.nowhere"
        text = next((text for text in TELLING if str(message.args.get("text", "")).startswith(text)), None)
        return Message(f"{code}.told", {**kept, "text": text + "."}) if text else Message(code, kept)
    if message.code in UNTOLD:
        return Message(UNTOLD[message.code])
    if word in FAMILIES_UNTOLD:
        return Message(f"hidden.{'shape' if word == 'length' else word}")
    if word == "exercise":
        return Message("hidden.property")
    if word == "stopped":
        return message
    line = message.args.get("line")  # as the cell says it: only a place in the file may be told
    told = type(line) is int and 0 < line < 1 << 16
    return Message("hidden.refused", {"line": line}) if told else Message("hidden.refused.nowhere")


def not_run(facts: Iterable[CheckFacts], outcome: Outcome, message: Message | None = None) -> list[CheckResult]:
    """Checks of which no case ran."""
    return [CheckResult(f.id, outcome, 0, f.points, f.hidden, f.required, message) for f in facts]


def outcome_of(checks: Sequence[CheckResult]) -> Outcome:
    """passed when every required check is; else how the first required one ended, skipped ones last."""
    missed = [check.outcome for check in checks if check.required and check.outcome is not Outcome.PASSED]
    if not missed:
        return Outcome.PASSED if checks else Outcome.SKIPPED
    return next((outcome for outcome in missed if outcome is not Outcome.SKIPPED), Outcome.SKIPPED)


def _inputs(planned: Planned) -> tuple[Matrix, ...]:
    shown = (matrix_of(arg) for arg in planned.case.args)
    return tuple(matrix for matrix in shown if matrix is not None)
