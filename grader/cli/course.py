"""list: what there is to learn."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from grader.cli.console import LangOption, language, print_json
from grader.cli.session import catalog
from grader.cli.text import pad, width


class Format(StrEnum):
    """How `list` prints."""

    TEXT = "text"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("list")(list_exercises)


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
