"""Learner files under the language policy, loaded here and not in a cell: only programs that we wrote."""

from __future__ import annotations

from typing import Any

from grader.sandbox.cell import load
from grader.sandbox.faults import Fault, fault_of
from grader.sandbox.prints import Prints


def run(source: str) -> dict[str, Any]:
    """The global names of a learner's file."""
    return load(source, Prints(lambda _: None, 1000), by_policy=True)


def result(source: str) -> Any:
    """What `f()` of a learner's file gives."""
    return run(source)["f"]()


def fault(source: str) -> Fault | None:
    """How a file fails, or the call of its `f` where it has one."""
    try:
        names = run(source)
        names.get("f", lambda: None)()
    except Exception as error:
        return fault_of(error, source.split("\n"))
    return None


def refusal(source: str) -> tuple[str, int | None]:
    """(code, line) of the refusal of a file, or of the call of its `f`."""
    found = fault(source)
    return (found.code, found.line) if found else ("", None)
