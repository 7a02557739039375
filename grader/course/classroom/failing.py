"""In what way an answer failed: the kinds of fault and the checks that show them. What a mistake without a name is called by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from grader.model import CheckResult, Message, Outcome, Verdict

Fault = Literal[
    "load", "refused", "raised", "timeout", "memory", "crashed", "type", "shape", "dtype", "finite", "values",
    "gradient", "changed", "rule", "property",
]  # fmt: skip

_BY_WORD: dict[str, Fault] = {
    "type": "type",
    "length": "shape",
    "shape": "shape",
    "dtype": "dtype",
    "finite": "finite",
    "values": "values",
    "answer": "values",
    "gradient": "gradient",
    "changed": "changed",
    "products": "rule",
    "convolution": "rule",
    "unfold": "rule",
    "autograd": "rule",
    "vectorized": "rule",
    "form": "type",
}
_BY_OUTCOME: dict[Outcome, Fault] = {
    Outcome.TIMEOUT: "timeout",
    Outcome.MEMORY: "memory",
    Outcome.REFUSED: "refused",
    Outcome.ERROR: "raised",
}


@dataclass(frozen=True, slots=True)
class Failing:
    """Checks that failed in one way. `type` is the exception's name, where one was raised; no checks: nothing could run."""

    fault: Fault
    checks: tuple[str, ...]
    type: str = ""


def failing_of(verdict: Verdict) -> tuple[Failing, ...]:
    """Every kind of fault, in the order in which the checks show them; those that were skipped show none."""
    if verdict.message is not None:
        return (Failing(_whole(verdict), (), _type(verdict.message)),)
    found: dict[tuple[Fault, str], list[str]] = {}
    for check in verdict.checks:
        if check.outcome not in (Outcome.PASSED, Outcome.SKIPPED):
            raised = _type(check.message) if check.outcome is Outcome.ERROR else ""
            found.setdefault((_fault(check), raised), []).append(check.id)
    return tuple(Failing(fault, tuple(checks), raised) for (fault, raised), checks in found.items())


def _whole(verdict: Verdict) -> Fault:
    """What is wrong with a submission of which no check could say anything."""
    by_outcome = _BY_OUTCOME.get(verdict.outcome, "load")
    return "load" if by_outcome == "raised" else by_outcome


def _fault(check: CheckResult) -> Fault:
    if check.outcome is not Outcome.FAILED:
        is_crash = check.message is not None and check.message.code.endswith((".crashed", ".garbled"))
        return "crashed" if is_crash else _BY_OUTCOME.get(check.outcome, "crashed")
    words = check.message.code.split(".") if check.message else ["values"]
    word = words[1] if words[0] in ("hidden", "rule") and len(words) > 1 else words[0]
    return _BY_WORD.get(word, "property")


def _type(message: Message | None) -> str:
    return str(message.args.get("type", "")) if message else ""
