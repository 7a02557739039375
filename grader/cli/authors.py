"""check: what the author's lint finds in exercises."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from grader.cli import new, session
from grader.cli.console import print_json, progress
from grader.errors import ContentError, UnknownExercise
from grader.words import plain

if TYPE_CHECKING:
    from grader.catalog import Catalog
    from grader.model import Exercise


class Format(StrEnum):
    """How `check` prints."""

    TEXT = "text"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the commands for authors."""
    app.command("check")(check)
    new.register(app)


def check(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Exercises; default: all.")] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, max=256, help="How many at once; default: one for each core.")
    ] = None,
    format: Annotated[Format, typer.Option(help="How to print.")] = Format.TEXT,
) -> int:
    """Check exercises as an author: one sentence a finding, with its remedy. Exit code 1 when there are any.

    Example: python -m grader check corr2d laplacian
    """
    try:
        course = session.catalog(lenient=True)
        chosen = _chosen(ids or [], course)
        findings = [*([] if ids else _faults(course)), *(_findings(chosen, jobs) if chosen else [])]
    except ContentError as error:
        chosen, findings = [], [_finding(str(error))]
    if format is Format.JSON:
        print_json(findings, indent=1)
    else:
        print("\n".join(finding["text"] for finding in findings) or f"Nothing to mend in {_counted(chosen)}.")
    return 1 if findings else 0


def _faults(course: Catalog) -> list[dict[str, Any]]:
    """What cannot be read, or stands in no line of course.yaml."""
    return [_finding(fault) for fault in course.faults]


def _finding(text: str, exercise: str | None = None, rule: str = "content") -> dict[str, Any]:
    return {"exercise": exercise, "rule": rule, "text": plain(text, 2000)}


def _chosen(ids: list[str], catalog: Catalog) -> list[Exercise]:
    """The exercises named as `id` or `concept/id`. Raises `ContentError` for one that course.yaml does not list."""
    for id in ids:
        for fault in catalog.faults:
            if re.search(rf"[ /]{re.escape(id)} is not listed;", fault):
                raise ContentError(fault)
    chosen = [catalog.exercise(id.rpartition("/")[2]) for id in ids]
    for id, exercise in zip(ids, chosen, strict=True):
        if "/" in id and id != f"{exercise.concept}/{exercise.id}":
            raise UnknownExercise(f"There is no exercise {id!r}. Did you mean {exercise.concept}/{exercise.id}?")
    return chosen or list(catalog.exercises)


def _findings(exercises: list[Exercise], jobs: int | None) -> list[dict[str, Any]]:
    found = []
    with session.judge(jobs) as dispatch, progress("Checking exercises", len(exercises)) as advance:
        for exercise, future in [(e, dispatch.check(e.id)) for e in exercises]:
            for finding in session.answer(dispatch, future):
                found.append(_finding(str(finding["text"]), exercise.id, str(finding.get("rule"))))
            advance()
    return found


def _counted(exercises: list[Exercise]) -> str:
    return exercises[0].id if len(exercises) == 1 else f"{len(exercises)} exercises"
