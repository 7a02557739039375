"""grade: one submission, through the real sandbox."""

from __future__ import annotations

import secrets
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grader.cli import session
from grader.cli.answers import answer_in, read
from grader.cli.console import Ink, LangOption, language, print_json, progress, warn
from grader.model import Lang, Message, Mode, Outcome
from grader.words import say

if TYPE_CHECKING:
    from grader.model import Exercise, Verdict

SEEDS = 1 << 31


class Format(StrEnum):
    """How `grade` prints."""

    TEXT = "text"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("grade")(grade)


def grade(
    exercise: Annotated[str, typer.Argument(metavar="EXERCISE", help="An id of `list`.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Python code, or JSON for an exercise without code.")],
    seed: Annotated[
        int | None, typer.Option(min=0, max=SEEDS - 1, help="Draws the hidden inputs; default: new ones.")
    ] = None,
    lang: Annotated[LangOption | None, typer.Option(help="Default: the environment's locale.")] = None,
    format: Annotated[Format, typer.Option(help="How to print.")] = Format.TEXT,
) -> int:
    """Grade one file. Exit code 0: passed, 1: not passed, 2: wrong use, 3: our fault.

    Example: python -m grader grade corr2d solution.py --seed 7 --format json
    """
    facts = session.catalog().exercise(exercise)
    answer = answer_in(read(file), facts.kind)
    drawn = secrets.randbelow(SEEDS) if seed is None else seed
    with session.judge(jobs=1) as dispatch, progress(f"Checking {facts.id}"):
        verdict = session.answer(dispatch, dispatch.grade(facts.id, answer, mode=Mode.SUBMIT, seed=drawn))
    _show(verdict, facts, language(lang), format)
    return exit_code(verdict)


def exit_code(verdict: Verdict) -> int:
    """0 passed · 1 not passed · 3 our fault."""
    return 0 if verdict.passed else 3 if verdict.outcome is Outcome.INTERNAL else 1


def _show(verdict: Verdict, exercise: Exercise, lang: Lang, format: Format) -> None:
    from grader.cli.report import report
    from grader.cli.text import lines

    if format is Format.JSON:
        print_json(report(verdict, exercise, lang), indent=1)
    elif verdict.outcome is not Outcome.INTERNAL:
        print("\n".join(lines(verdict, exercise, lang, Ink(sys.stdout))), flush=True)
    if verdict.outcome is Outcome.INTERNAL:
        warn(confession(verdict, lang))


def confession(verdict: Verdict, lang: Lang) -> str:
    """What is said of our own fault: its reference, and where the log is; of an author's, what to mend."""
    if verdict.message and "fault" in verdict.message.args:
        return say(verdict.message, lang)
    told = verdict.message.args.get("reference") if verdict.message else None
    reference, log = session.keep_log(str(told or ""))
    said = say(Message("dispatch.internal", {"reference": reference}), lang)
    return f"{said} ({log})" if log else said
