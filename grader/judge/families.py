"""One call, judged: what each family of checks asks of what came back from the cell."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

import numpy as np
import torch

from grader.authoring import Family, Finding
from grader.judge.arrays import from_wire, matrix_of
from grader.judge.cases import Planned
from grader.judge.compare import Difference, Dtypes, compare, not_finite, wrong_dtype, wrong_type
from grader.judge.recorded import are_among, are_copied, entries, forbidden, products_in
from grader.model import Json, Matrix, Message, Outcome
from grader.sandbox.job import CaseRun, CellError, Ran
from grader.wire import Array, Value

DOUBLE_TOLERANCE = 1e-9
GRADIENT_TOLERANCE = 1e-3
_CHOICE = 8
"""So many operations more may run on a larger image: torch copies or folds by shape, a loop adds one a row at least."""
_EACH = 15
"""So many operations for each entry of the kernel are plenty; who wastes some on the small image hides no loop."""

DEPENDENT = frozenset(get_args(Family)) - {"values", "property"}
"""Families that wait for right values, so that one mistake does not turn every line red."""

OUTCOMES = {
    Ran.ERROR: Outcome.ERROR,
    Ran.TIMEOUT: Outcome.TIMEOUT,
    Ran.MEMORY: Outcome.MEMORY,
    Ran.REFUSED: Outcome.REFUSED,
    Ran.CRASHED: Outcome.ERROR,
    Ran.GARBLED: Outcome.ERROR,
    Ran.SKIPPED: Outcome.SKIPPED,
}


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How one call went. `waits`: no rule was broken, but the values that earn it are not right."""

    outcome: Outcome
    message: Message | None = None
    expected: Matrix | None = None
    got: Matrix | None = None
    waits: bool = False


PASSED = CaseResult(Outcome.PASSED)


def judge_case(planned: Planned, run: CaseRun) -> CaseResult:
    """What the check's family says of one call. A property of all cases at once is asked in `judge_all_at_once`."""
    if run.ran is not Ran.RETURNED:
        unfinished = _unfinished(planned, run)
        return (
            replace(unfinished, waits=True)
            if run.ran is Ran.ERROR and planned.check.family in DEPENDENT
            else unfinished
        )
    return _FAMILIES[planned.check.family](planned, run)


def judge_all_at_once(planned: Sequence[Planned], runs: Sequence[CaseRun]) -> CaseResult:
    """`property_of_all` and `vectorized`, after every case was judged and passed."""
    if planned[0].check.family == "vectorized":
        return _growth(planned, runs)
    function = planned[0].check.judge
    assert function is not None
    outputs = [from_wire(run.value) for run in runs]
    return _found(function(outputs, [p.case.args for p in planned]))


def raised(error: CellError) -> Message:
    """What is said of an exception: where, which, and its text where it has one."""
    text, source = error.text.strip().split("\n")[0], error.source_line.strip()
    code = "error.raised" if error.line and source else "error.raised.nowhere"
    line = {"line": error.line} if error.line else {}
    return Message(code if text else f"{code}.bare", {"type": error.type, "text": text, "source": source, **line})


def _unfinished(planned: Planned, run: CaseRun) -> CaseResult:
    """Said of a call that returned nothing."""
    outcome, error = OUTCOMES[run.ran], run.error
    if run.ran in (Ran.ERROR, Ran.REFUSED) and error is not None:
        line = {"line": error.line} if error.line else {}
        if error.code:
            return CaseResult(outcome, Message(error.code, {**error.args, **line}))
        return CaseResult(outcome, raised(error))
    return CaseResult(outcome, Message(f"stopped.{run.ran.value.lower()}"))


def _broken(planned: Planned, found: Difference, got: Value, *, waits: bool = False) -> CaseResult:
    expected = matrix_of(planned.expected)
    if expected and expected.dtype == "float64" and _dtypes(planned) is Dtypes.FLOAT:
        # references count in float64 whatever comes in; that is no demand on the learner
        expected = replace(expected, dtype="float32")
    return CaseResult(Outcome.FAILED, found.message, expected, matrix_of(got), waits)


def _dtypes(planned: Planned) -> Dtypes:
    """float64 in: float64 out. Whole numbers in: any real dtype. Else float32 or float64."""
    tensors = [arg for arg in planned.case.args if isinstance(arg, torch.Tensor)]
    if any(not arg.is_floating_point() for arg in tensors):
        return Dtypes.REAL
    return Dtypes.DOUBLE if any(arg.dtype == torch.float64 for arg in tensors) else Dtypes.FLOAT


def _values(planned: Planned, run: CaseRun) -> CaseResult:
    found = compare(run.value, planned.expected, planned.tolerance, _dtypes(planned))
    return _broken(planned, found, run.value) if found else PASSED


def _waiting(planned: Planned, run: CaseRun) -> CaseResult:
    """A rule holds; it earns its points where the output is right."""
    found = compare(run.value, planned.expected, planned.tolerance, _dtypes(planned))
    return _broken(planned, found, run.value, waits=found.rung != "type") if found else PASSED


def _float64(planned: Planned, run: CaseRun) -> CaseResult:
    found = compare(run.value, planned.expected, planned.tolerance, Dtypes.DOUBLE)
    if found:
        return _broken(planned, found, run.value, waits=found.rung not in ("type", "dtype"))
    fine = compare(run.value, planned.expected, min(DOUBLE_TOLERANCE, planned.tolerance), Dtypes.DOUBLE)
    if fine is None or not isinstance(run.value, Array):
        return PASSED
    error = float(np.abs(run.value.numpy() - planned.expected).max())
    return CaseResult(Outcome.FAILED, Message("values.precision", {"error": error}))


def _unchanged(planned: Planned, run: CaseRun) -> CaseResult:
    before = list(planned.cell.args)
    for name, sent, after in zip(planned.names, before, run.args_after, strict=False):
        if not _same(sent, after):
            return CaseResult(
                Outcome.FAILED, Message("rule.changed", {"name": name}), matrix_of(sent), matrix_of(after)
            )
    if len(run.args_after) != len(before):
        return CaseResult(Outcome.ERROR, Message("stopped.garbled"))
    return _waiting(planned, run)


def _same(sent: Value, after: Value) -> bool:
    if isinstance(sent, Array) and isinstance(after, Array):
        same = sent.dtype == after.dtype and sent.shape == after.shape
        return same and bool(np.array_equal(sent.numpy(), after.numpy(), equal_nan=sent.numpy().dtype.kind in "fc"))
    return type(sent) is type(after) and (isinstance(sent, list) or sent == after)


def _gradients(planned: Planned, run: CaseRun) -> CaseResult:
    match run.value:
        case {"out": out, "requires_grad": bool() as requires, "grads": list() as grads}:
            pass
        case _:
            return CaseResult(Outcome.ERROR, Message("stopped.garbled"))
    found = compare(out, planned.expected, planned.tolerance, _dtypes(planned))
    if found and found.rung == "type":
        return _broken(planned, found, out)
    if not requires:
        return CaseResult(Outcome.FAILED, Message("gradient.cut"))
    if found:
        return _broken(planned, found, out, waits=True)
    for name, got, wanted in zip(planned.names, grads, planned.expected_gradients, strict=False):
        if wanted is None:
            continue
        if got is None:
            return CaseResult(Outcome.FAILED, Message("gradient.none", {"name": name}))
        if wrong := compare(got, wanted, GRADIENT_TOLERANCE, name=f"{name}.grad"):
            message = Message("gradient.values", {"name": name, **wrong.message.args})
            return CaseResult(Outcome.FAILED, message, matrix_of(wanted), matrix_of(got))
    return PASSED


def _products(planned: Planned, run: CaseRun) -> CaseResult:
    """So many products ran, and they computed the output: with each product doubled it doubles, and it is among theirs."""
    match run.value:
        case {"out": out, "operands": list() as operands, "results": list() as results}:
            pass
        case _:
            return CaseResult(Outcome.ERROR, Message("stopped.garbled"))
    count, exactly = products_in(run.ops), planned.check.exactly
    found = compare(out, 2 * planned.expected, planned.tolerance, _dtypes(planned))
    if found and found.rung == "type":
        return _broken(planned, found, out)
    if count != exactly:
        code = "rule.products" if count else "rule.products.none"
        return CaseResult(Outcome.FAILED, Message(code, {"count": count, "exactly": exactly}))
    beside = CaseResult(Outcome.FAILED, Message("rule.products.beside"))
    if found:
        is_beside = compare(out, planned.expected, planned.tolerance, _dtypes(planned)) is None
        return beside if is_beside else replace(beside, waits=True)
    return PASSED if are_copied(operands, planned.case.args) and are_among([out], entries(results)) else beside


def _without(planned: Planned, run: CaseRun) -> CaseResult:
    """An operation did not run in this call. `results.settle` looks at all other calls."""
    found = forbidden(planned.check.family, run.ops)
    return CaseResult(Outcome.FAILED, found) if found else _waiting(planned, run)


def _no_autograd(planned: Planned, run: CaseRun) -> CaseResult:
    match run.value:
        case {"out": out, "asked": int(asked)}:
            if asked:
                return CaseResult(Outcome.FAILED, Message("rule.autograd"))
            return _waiting(planned, replace(run, value=out))
    return CaseResult(Outcome.ERROR, Message("stopped.garbled"))


def _vectorized(planned: Planned, run: CaseRun) -> CaseResult:
    """One call has the right values. `_growth` compares the calls."""
    match run.value:
        case {"out": out, "read": int()}:
            return _waiting(planned, replace(run, value=out))
    return CaseResult(Outcome.ERROR, Message("stopped.garbled"))


def _growth(planned: Sequence[Planned], runs: Sequence[CaseRun]) -> CaseResult:
    """Neither operations nor numbers that leave torch grow with the image; a few more may be torch's own choice."""
    operations, numbers = [sum(run.ops.values()) for run in runs], [_read(run) for run in runs]
    kernel = min(arg.numel() for arg in planned[0].case.args if isinstance(arg, torch.Tensor))
    for code, counts in (("rule.vectorized", operations), ("rule.vectorized.read", numbers)):
        worst = max(range(len(counts)), key=counts.__getitem__)
        if counts[worst] > counts[0] + _CHOICE:
            small, large = _image(planned[0]), _image(planned[worst])
            args: dict[str, Json] = {"few": counts[0], "small": small, "many": counts[worst], "large": large}
            return CaseResult(Outcome.FAILED, Message(code, args))
        if counts[worst] > _EACH * kernel:
            args = {"many": counts[worst], "large": _image(planned[worst])}
            return CaseResult(Outcome.FAILED, Message(f"{code}.all", args))
    return PASSED


def _image(planned: Planned) -> list[Json]:
    """The shape of the largest tensor among the arguments."""
    tensors = [arg for arg in planned.case.args if isinstance(arg, torch.Tensor)]
    return list(max(tensors, key=torch.Tensor.numel).shape) if tensors else []


def _read(run: CaseRun) -> int:
    read = run.value.get("read") if isinstance(run.value, dict) else 0
    return read if isinstance(read, int) else 0


def _property(planned: Planned, run: CaseRun) -> CaseResult:
    if found := _malformed(planned, run.value):
        return CaseResult(Outcome.FAILED, found.message, None, matrix_of(run.value))
    if planned.check.all_at_once:
        return PASSED
    function = planned.check.judge
    assert function is not None
    result = _found(function(from_wire(run.value), *planned.case.args, *planned.case.unseen))
    return result if result is PASSED else CaseResult(result.outcome, result.message, None, matrix_of(run.value))


def _malformed(planned: Planned, value: Value) -> Difference | None:
    """The ladder without values, for outputs of which many are right."""
    returns = planned.check.returns
    if returns == "number":
        number = value.numpy().item() if isinstance(value, Array) and value.shape == () else value
        if isinstance(number, bool) or not isinstance(number, (int, float)):
            return wrong_type(value, "number")
        fine = math.isfinite(number)
        return None if fine else Difference("finite", Message("finite.scalar", {"got": str(number)}))
    if returns == "any":
        return None
    if not isinstance(value, Array):
        return wrong_type(value, "tensor")
    if planned.check.shape is not None:
        wanted = tuple(planned.check.shape(*planned.case.args))
        if value.shape != wanted:
            return Difference("shape", Message("shape", {"expected": list(wanted), "got": list(value.shape)}))
    return wrong_dtype(value, Dtypes.FLOAT) or not_finite(value.numpy())


def _found(finding: Finding | None) -> CaseResult:
    if finding is None:
        return PASSED
    return CaseResult(Outcome.FAILED, Message(f"exercise.{finding.code}", dict(finding.args)))


_FAMILIES: Mapping[Family, Callable[[Planned, CaseRun], CaseResult]] = {
    "values": _values,
    "unchanged": _unchanged,
    "float64": _float64,
    "integers": _waiting,
    "transposed": _waiting,
    "gradients": _gradients,
    "products": _products,
    "vectorized": _vectorized,
    "no_convolution": _without,
    "no_unfold": _without,
    "no_autograd": _no_autograd,
    "property": _property,
}
