"""grade: one submission, through the real sandbox."""

from __future__ import annotations

import io
import secrets
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grader.cli import session
from grader.cli.answers import FILE_CAP, answer_of, read, told_of
from grader.cli.console import Ink, LangOption, language, progress, to_json, warn
from grader.cli.platforms import HiddenChecks, classroom, gradescope
from grader.cli.reports import output_to
from grader.errors import UnreadableFile
from grader.model import Json, Lang, Message, Mode, Outcome
from grader.words import say

if TYPE_CHECKING:
    from typing import TextIO

    from grader.model import Exercise, Verdict

SEEDS = 1 << 31
Row = dict[str, Json]


class Format(StrEnum):
    """How `grade` prints."""

    TEXT = "text"
    JSON = "json"
    GRADESCOPE = "gradescope"
    CLASSROOM = "classroom"
    JUNIT = "junit"


_FOR_PROGRAMS = (Format.GRADESCOPE, Format.CLASSROOM, Format.JUNIT)
"""Formats in which a file that cannot be read is a result of its own, not a command used wrongly."""


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("grade")(grade)


def grade(
    exercise: Annotated[str, typer.Argument(metavar="EXERCISE", help="An id of `list`.")],
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Python code, a notebook, or JSON for an exercise without code.")
    ],
    seed: Annotated[
        int | None, typer.Option(min=0, max=SEEDS - 1, help="Draws the hidden inputs; default: new ones.")
    ] = None,
    lang: Annotated[LangOption | None, typer.Option(help="Default: the environment's locale.")] = None,
    format: Annotated[Format, typer.Option(help="How to print.")] = Format.TEXT,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write there instead of printing.")] = None,
    hidden_checks: Annotated[
        HiddenChecks, typer.Option(help="gradescope: when learners see the hidden checks.")
    ] = HiddenChecks.AFTER_PUBLISHED,
) -> int:
    """Grade one file. Exit code 0: passed, 1: not passed, 2: wrong use, 3: our fault.

    Example: python -m grader grade corr2d solution.py --seed 7 --format json
    """
    facts, speech = session.catalog().exercise(exercise), language(lang)
    verdict, told = None, []
    try:
        answer, upload = answer_of(file.name, read(file, FILE_CAP), facts, speech)
    except UnreadableFile as error:
        if format not in _FOR_PROGRAMS:
            raise
        told = [str(error)]
    else:
        drawn = secrets.randbelow(SEEDS) if seed is None else seed
        with session.judge(jobs=1) as dispatch, progress(f"Checking {facts.id}"):
            verdict = session.answer(dispatch, dispatch.grade(facts.id, answer, mode=Mode.SUBMIT, seed=drawn))
        told = told_of(upload, verdict, speech)
    if verdict and verdict.outcome is Outcome.INTERNAL and format is not Format.JSON:
        warn(confession(verdict, speech))
        return exit_code(verdict)
    with output_to(output) as out:
        print(_shown(verdict, facts, speech, format, told, hidden_checks, out), file=out, flush=True)
    if verdict and verdict.outcome is Outcome.INTERNAL:
        warn(confession(verdict, speech))
    return exit_code(verdict) if verdict else 1


def exit_code(verdict: Verdict) -> int:
    """0 passed · 1 not passed · 3 our fault."""
    return 0 if verdict.passed else 3 if verdict.outcome is Outcome.INTERNAL else 1


def _shown(
    verdict: Verdict | None,
    exercise: Exercise,
    lang: Lang,
    format: Format,
    told: list[str],
    hidden: HiddenChecks,
    out: TextIO,
) -> str:
    """The report as text; without a verdict, `told` says why there is none."""
    from grader.cli.report import report, ungraded
    from grader.cli.text import lines

    if verdict and format is Format.TEXT:
        return "\n".join([*lines(verdict, exercise, lang, Ink(out)), *(["", *told] if told else [])])
    row = report(verdict, exercise, lang) if verdict else ungraded(exercise.id, exercise, told[0])
    details, notes = (_details(verdict, exercise, lang), told) if verdict else ({}, [])
    if format is Format.GRADESCOPE:
        return to_json(gradescope(row, details, hidden, notes), indent=1)
    row["feedback"] += notes
    if format is Format.JUNIT:
        from grader.cli.junit import junit

        return junit([row])
    if format is Format.CLASSROOM:
        row = classroom(row, details)
    return to_json(row, indent=1)


def _details(verdict: Verdict, exercise: Exercise, lang: Lang) -> dict[str, str]:
    """What a person is told of each check: what happened, then expected and got as pictures in plain text."""
    from grader.cli.report import checks_of, sentence
    from grader.cli.text import pictures

    details, plain_text = {}, Ink(io.StringIO())
    for check in checks_of(verdict, exercise):
        said = sentence(check, exercise, lang)
        drawn = list(pictures(check, lang, plain_text)) if check.expected or check.got else []
        details[check.id] = "\n".join([said, *drawn] if said else drawn)
    return details


def confession(verdict: Verdict, lang: Lang) -> str:
    """What is said of our own fault: its reference, and where the log is; of an author's, what to mend."""
    if verdict.message and "fault" in verdict.message.args:
        return say(verdict.message, lang)
    told = verdict.message.args.get("reference") if verdict.message else None
    reference, log = session.keep_log(str(told or ""))
    said = say(Message("dispatch.internal", {"reference": reference}), lang)
    return f"{said} ({log})" if log else said
