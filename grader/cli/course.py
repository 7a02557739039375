"""list: what there is to learn. course, assignment: a course and its homework."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from grader.cli.console import LangOption, language, print_json, warn
from grader.cli.folder import store
from grader.cli.session import catalog
from grader.cli.text import pad, width
from grader.course.access import Operator
from grader.errors import UnreadableFile
from grader.words import plain


class Format(StrEnum):
    """How `list` prints."""

    TEXT = "text"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("list")(list_exercises)
    app.command("course")(course)
    app.command("assignment")(assignment)


def list_exercises(
    format: Annotated[Format, typer.Option(help="How to print.")] = Format.TEXT,
    lang: Annotated[LangOption | None, typer.Option(help="Default: the environment's locale.")] = None,
) -> int:
    """List the exercises in course order.

    Example: python -m grader list --format json
    """
    exercises = catalog().exercises
    if format is Format.JSON:
        fields = [
            {
                "id": e.id,
                "concept": e.concept,
                "kind": e.kind.value,
                "title": {"en": e.title.en, "zh": e.title.zh},
                "entry": e.entry,
                "points": e.points,
            }
            for e in exercises
        ]
        print_json(fields, indent=1)
        return 0
    speech = language(lang)
    rows = [(e.id, e.concept, e.kind.value, str(e.points), e.title.to(speech)) for e in exercises]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [pad(cell, wide, right=n == 3) for n, (cell, wide) in enumerate(zip(row, widths, strict=True))]
        print("  ".join(cells).rstrip())
    return 0


def course(
    course: Annotated[str, typer.Argument(help="Its id: small letters, digits, hyphens. A new one is made.")],
    title: Annotated[str | None, typer.Option(help="What people read.")] = None,
    zone: Annotated[str | None, typer.Option(metavar="ZONE", help="The time zone of all dates. Default: UTC.")] = None,
    late_days: Annotated[int | None, typer.Option(help="Each learner's bank of late days. Default: 0.")] = None,
) -> int:
    """Make a course, or change what is given, and print what it is now. From then on nobody comes in without a link.

    Example: python -m grader course autumn --title "Image convolution" --zone Europe/Berlin --late-days 5
    """
    from grader.course.homework.courses import set_course

    with store(make=True) as opened:
        row, is_new = set_course(opened, course, title=title, zone=zone, late_days=late_days)
    if is_new:
        warn(f"Made the course {row.id}. Next: python -m grader link {row.id} --role admin")
    for name, value in (("id", row.id), ("title", row.title), ("zone", row.zone), ("late_days", row.late_days)):
        print(f"{name}: {plain(str(value))}")
    return 0


def assignment(
    course: Annotated[str, typer.Argument(help="The course's id.")],
    file: Annotated[Path | None, typer.Argument(metavar="FILE.yaml", help="Assignments; - is stdin.")] = None,
) -> int:
    """Make or change the assignments of a YAML file; without a file, print those that there are, in the same form.

    \b
    id: homework-1
    title: {en: Edges, zh: 边缘}        # or one text for both languages
    opens: 2026-11-20 08:00            # clocks of the course's zone
    due: 2026-12-01 23:59
    closes: 2026-12-04 23:59           # late ones count until then; default: due
    exercises: {corr2d: 10, vertical-edges: 5}  # with points; or a list of ids
    late: {percent_per_day: 10, floor_percent: 50, grace_minutes: 15, uses_bank: true,
           early_days: 2, early_percent: 5}
    counts: best                       # or last, or chosen
    attempts: 20                       # for each exercise; default: no limit
    bucket: {size: 5, minutes: 10}     # at most 5 at once, one more every 10 minutes
    hidden_until: due                  # or closes, or now: when hidden checks are shown
    variants: true                     # each learner meets inputs of their own
    practice: true                     # after closing, for no credit

    Several stand in one file, as a list or with --- between them. Dates, points and policies may be changed at any
    time, and grades follow.

    Example: python -m grader assignment autumn homework.yaml
    """
    from grader.course.homework.homework import Homework

    text = None if file is None else _read(file)
    with store() as opened:
        homework, by = Homework(catalog(), opened), Operator(course)
        if text is None:
            print(homework.dump(by), end="")
            return 0
        for one in homework.load(by, text):
            due = homework.told(by, one.due)
            count = "1 exercise" if len(one.parts) == 1 else f"{len(one.parts)} exercises"
            warn(f"{one.id}: {count}, {one.points:g} points, due {due}.")
    return 0


def _read(file: Path) -> str:
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text("utf-8-sig")
    except OSError as error:
        raise UnreadableFile(f"{file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UnreadableFile(f"{file} is not UTF-8 text. Save it as UTF-8.") from None
